package dev.sluice.edge.switches;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.json.Bodies;
import dev.sluice.edge.json.BodySchema;
import dev.sluice.edge.log.CommandLog;
import dev.sluice.schemas.control.CommitCap;
import dev.sluice.schemas.message.Json;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** {@code GET} and {@code PUT /admin/commit-cap}: how often the write side may commit. It is command-service that keeps to it. */
public final class CommitCaps {
    private static final Logger LOG = LoggerFactory.getLogger(CommitCaps.class);

    private final BodySchema<Wanted> schema = BodySchema.of("put-commit-cap", Wanted.class);
    private final Bodies bodies;
    private final Decisions decisions;
    private final Clock clock;
    private volatile CommitCap latest = CommitCap.NONE;

    public CommitCaps(Bodies bodies, CommandLog log, Clock clock) {
        this.bodies = bodies;
        this.decisions = new Decisions(log);
        this.clock = clock;
    }

    /** As {@code put-commit-cap.schema.json} describes it. */
    record Wanted(int commitsPerSecond, String reason) {}

    public CompletableFuture<Answer> get(Request request, Caller caller) {
        return Answer.json(HttpResponseStatus.OK, latest).now();
    }

    public CompletableFuture<Answer> put(Request request, Caller caller) {
        return bodies.read(request, schema)
                .thenCompose(wanted -> decisions.write(
                        new CommitCap(wanted.commitsPerSecond, wanted.reason, caller.subject(), clock.instant()),
                        request));
    }

    /** @param document null where it was taken back */
    public void seen(byte @Nullable [] document) {
        try {
            latest = document == null ? CommitCap.NONE : Json.MAPPER.readValue(document, CommitCap.class);
            LOG.info("{}", latest);
        } catch (JacksonException e) {
            LOG.error("the commit cap in the control topic cannot be read: {}", e.getOriginalMessage());
        }
    }
}
