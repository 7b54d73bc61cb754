package dev.sluice.load.e2e;

import dev.sluice.load.installation.Installation;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Commands that are put into the log beside the edge, which would refuse them. */
final class StockCommands {
    private final Installation installation;

    StockCommands(Installation installation) {
        this.installation = installation;
    }

    /** As the edge sends it, but for its data. */
    void send(String sku, String data) throws ExecutionException, InterruptedException {
        Message<CountStock> message =
                new Message<>(Ids.next(), "/test", sku, Instant.EPOCH, null, new CountStock("op", sku, 5));
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.COMMANDS_STOCK, sku, data.getBytes(StandardCharsets.UTF_8));
        MessageCodec.headers(message).forEach(record.headers()::add);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", installation.kafka()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }
}
