package dev.sluice.projector.rejects;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** A record as it lay in its topic, with its place there. */
@SuppressWarnings("ArrayRecordComponent") // only carried on, never compared
public record Original(String topic, int partition, long offset, Headers headers, byte[] key, byte[] value) {

    public static Original of(ConsumerRecord<byte[], byte[]> record) {
        return new Original(
                record.topic(), record.partition(), record.offset(), record.headers(), record.key(), record.value());
    }

    static Original of(ErrorHandlerContext context) {
        return new Original(
                context.topic(),
                context.partition(),
                context.offset(),
                context.headers(),
                context.sourceRawKey(),
                context.sourceRawValue());
    }

    String place() {
        return topic + "-" + partition + "@" + offset;
    }
}
