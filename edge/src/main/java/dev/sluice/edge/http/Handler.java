package dev.sluice.edge.http;

import java.util.concurrent.CompletableFuture;

/**
 * Answers one kind of request. Runs on the connection's event loop and must not block it; the future must be completed on
 * that loop too ({@link OnLoop}). Throwing a {@link Refusal} is an answer, anything else thrown is a 500.
 */
@FunctionalInterface
public interface Handler {
    CompletableFuture<Answer> handle(Request request);
}
