package dev.sluice.projector.rejects;

import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Sends rejects for those who have no producer of their own. Makes one when the first is due: most lives see none. */
public final class RejectSender implements AutoCloseable {
    private final Rejects rejects;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> producer;

    public RejectSender(Rejects rejects, Supplier<Producer<byte[], byte[]>> producers) {
        this.rejects = rejects;
        this.producers = producers;
    }

    /** Returns when the broker has it. Throws {@link KafkaException}. */
    public void send(String by, Original original, String reason) {
        try {
            producer().send(rejects.refused(by, original, reason)).get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot send to the reject topic", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> known = producer;
        if (known == null) {
            known = producers.get();
            producer = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
