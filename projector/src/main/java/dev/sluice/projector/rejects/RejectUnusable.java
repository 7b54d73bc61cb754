package dev.sluice.projector.rejects;

import static java.util.Objects.requireNonNull;

import dev.sluice.projector.health.Condition;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Takes a record out of a topology's way that it cannot read, or that breaks one of our functions. Failures of Kafka and of
 * the stores are no fault of the record: they stop the topology, which then starts anew.
 */
public final class RejectUnusable implements DeserializationExceptionHandler, ProcessingExceptionHandler {
    /** The configuration entry that holds the {@link Rejects}: Kafka Streams makes this object itself. */
    public static final String REJECTS = "sluice.rejects";

    private @Nullable Rejects rejects;
    private String application = "";

    @Override
    public void configure(Map<String, ?> configuration) {
        rejects = (Rejects) requireNonNull(configuration.get(REJECTS));
        application = String.valueOf(configuration.get(StreamsConfig.APPLICATION_ID_CONFIG));
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception cause) {
        return DeserializationExceptionHandler.Response.resume(refused(context, cause));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception cause) {
        return cause instanceof KafkaException
                ? ProcessingExceptionHandler.Response.fail()
                : ProcessingExceptionHandler.Response.resume(refused(context, cause));
    }

    private List<ProducerRecord<byte[], byte[]>> refused(ErrorHandlerContext context, Exception cause) {
        return List.of(requireNonNull(rejects).refused(application, Original.of(context), Condition.reason(cause)));
    }
}
