package dev.sluice.edge.switches;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.log.CommandLog;
import dev.sluice.schemas.control.AuditEntry;
import dev.sluice.schemas.control.OperatorRecord;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.topic.Topics;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Writes down what operators decide. The audit comes first, so that nothing happens of which nobody knows who asked for it. */
final class Decisions {
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final CommandLog log;

    Decisions(CommandLog log) {
        this.log = log;
    }

    /** Answered with the record itself once Kafka has it. */
    CompletableFuture<Answer> write(OperatorRecord decided, Request request) {
        return append(Topics.AUDIT, decided.key(), AuditEntry.of(decided), request)
                .thenCompose(_ -> append(Topics.CONTROL, decided.key(), decided, request))
                .thenApply(_ -> Answer.json(HttpResponseStatus.OK, decided));
    }

    private CompletableFuture<Void> append(String topic, String key, Object document, Request request) {
        return log.append(topic, key, Json.MAPPER.writeValueAsBytes(document), request.loop())
                .exceptionallyCompose(_ -> CompletableFuture.failedFuture(Refusal.unavailable(
                        "Kafka does not take it now, so whether it holds is open. GET at the same place tells.",
                        RETRY)));
    }
}
