package dev.sluice.edge.switches;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.log.CommandLog;
import dev.sluice.schemas.control.OperatorRecord;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.topic.Topics;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Writes down what operators decide, for all to keep to. */
final class Decisions {
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final CommandLog log;

    Decisions(CommandLog log) {
        this.log = log;
    }

    /** Answered with the record itself once Kafka has it. */
    CompletableFuture<Answer> write(OperatorRecord decided, Request request) {
        return log.append(Topics.CONTROL, null, decided.key(), Json.MAPPER.writeValueAsBytes(decided), request.loop())
                .exceptionallyCompose(_ -> CompletableFuture.failedFuture(Refusal.unavailable(
                        "Kafka does not take it now, so whether it holds is open. GET at the same place tells.",
                        RETRY)))
                .thenApply(_ -> Answer.json(HttpResponseStatus.OK, decided));
    }
}
