package dev.sluice.projector.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.projector.TestBench;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.wire.CloudEvents;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CommandDeserializerTest {

    @Test
    void packsOfOtherContextsAreNotEvenLookedInto() {
        RecordHeaders headers = new RecordHeaders();
        headers.add(CloudEvents.TYPE, TestBench.utf8(CloudEvents.BATCH));

        assertThat(new CommandDeserializer<>(PlaceOrder.class)
                        .deserialize("commands", headers, TestBench.utf8("[neither JSON nor read")))
                .isNull();
    }
}
