package dev.sluice.command.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.turn.Turn.Sent;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static Sent sent(String topic, String key, String id) {
        return new Sent(topic, new Message<>(id, "/ordering/2", key, Instant.EPOCH, null, new CheckDeadline(key)));
    }

    private static List<String> subjects(Pack pack) {
        return MessageCodec.read(_ -> null, pack.payload().getBytes(StandardCharsets.UTF_8)).stream()
                .<String>map(Message::subject)
                .toList();
    }

    @Test
    void thereIsOnePackForEachTopicAndPartition() {
        List<Sent> messages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            messages.add(sent("commands.stock", "sku" + i, "1.0." + i));
            messages.add(sent("outcomes", "sku" + i, "2.0." + i));
        }
        List<Pack> packs = Outbox.packs(messages);
        assertThat(packs).hasSize(8);
        for (Pack pack : packs) {
            assertThat(subjects(pack)).allMatch(subject -> Partitions.of(subject) == pack.partition());
        }
        assertThat(packs).extracting(Pack::id).doesNotHaveDuplicates();
    }

    @Test
    void messagesOfAKeyKeepTheirOrderBeyondAFullPack() {
        List<Sent> messages = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            messages.add(sent("commands.stock", "tea", "1.0." + i));
        }
        List<Pack> packs = Outbox.packs(messages);
        assertThat(packs).hasSizeGreaterThan(1);
        List<String> ids = packs.stream()
                .flatMap(pack -> MessageCodec.read(_ -> null, pack.payload().getBytes(StandardCharsets.UTF_8)).stream())
                .<String>map(Message::id)
                .toList();
        assertThat(ids)
                .isEqualTo(messages.stream().map(sent -> sent.message().id()).toList());
    }

    @Test
    void aPackIsNamedAfterItsFirstMessage() {
        assertThat(Outbox.packs(List.of(sent("outcomes", "tea", "17.3.0"))))
                .singleElement()
                .satisfies(pack -> {
                    assertThat(pack.id()).isEqualTo("/ordering/2/17.3.0");
                    assertThat(pack.key()).isEqualTo("tea");
                });
    }

    @Test
    void keysGoWhereKafkasOwnProducerPutsThem() {
        assertThat(List.of(Partitions.of("tea"), Partitions.of("mug"), Partitions.of("85123A"), Partitions.of("")))
                .isEqualTo(List.of(murmur("tea"), murmur("mug"), murmur("85123A"), murmur("")));
    }

    private static int murmur(String key) {
        byte[] bytes = key.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return org.apache.kafka.common.utils.Utils.toPositive(org.apache.kafka.common.utils.Utils.murmur2(bytes)) % 4;
    }
}
