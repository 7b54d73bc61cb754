package dev.sluice.projector.lag;

import org.apache.kafka.common.errors.RetriableException;

/** Kafka does not answer, or lacks a topic. */
public final class LogUnreachable extends RetriableException {
    private static final long serialVersionUID = 1L;

    public LogUnreachable(Throwable cause) {
        super("Kafka: " + (cause.getMessage() == null ? "no answer" : cause.getMessage()), cause);
    }
}
