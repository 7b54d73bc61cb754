package dev.sluice.edge.audit;

import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.identity.Role;
import dev.sluice.edge.log.CommandLog;
import dev.sluice.edge.routing.Route;
import dev.sluice.schemas.control.AuditEntry;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.topic.Topics;
import io.netty.handler.codec.http.HttpMethod;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Lets no request change anything from the back office before the log holds who asked for it. */
public final class Audit {
    /** All entries are in one, so that they have one order. */
    static final int PARTITION = 0;

    private static final String BACK_OFFICE = "/admin/";
    /** Bodies of these are decisions. Others may hold personal data, which must not stand in a log that nothing is ever taken from. */
    private static final List<String> DECISIONS =
            List.of("/admin/switches/", "/admin/commit-cap", "/admin/projections/", "/admin/in-doubt/");

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final CommandLog log;
    private final Clock clock;

    public Audit(CommandLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** What the route's writes pass; nothing for the others. */
    public Filter on(Route route) {
        if (route.method().equals(HttpMethod.GET) || !route.pattern().startsWith(BACK_OFFICE)) {
            return Filter.NONE;
        }
        boolean decision = DECISIONS.stream().anyMatch(route.pattern()::startsWith);
        return next -> before(next, decision);
    }

    private Handler before(Handler next, boolean decision) {
        return request -> write(request, decision).thenCompose(_ -> next.handle(request));
    }

    private CompletableFuture<Void> write(Request request, boolean decision) {
        Caller caller = request.finding(Caller.class);
        if (caller == null) {
            throw new IllegalStateException("nobody is known to ask for " + request.target());
        }
        AuditEntry entry = new AuditEntry(
                clock.instant(),
                caller.subject(),
                caller.roles().stream().map(Audit::name).sorted().toList(),
                request.method().name(),
                path(request),
                request.trace().parent(),
                decision ? asked(request) : null);
        return log.append(Topics.AUDIT, PARTITION, entry.path(), Json.MAPPER.writeValueAsBytes(entry), request.loop())
                .exceptionallyCompose(_ -> CompletableFuture.failedFuture(Refusal.unavailable(
                        "Kafka does not take now who asks for this, so it is not done. Try again.", RETRY)));
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String path(Request request) {
        int query = request.target().indexOf('?');
        return query < 0 ? request.target() : request.target().substring(0, query);
    }

    /** What is no JSON is refused by the route, and not worth keeping. */
    private static @Nullable JsonNode asked(Request request) {
        if (request.body().length == 0) {
            return null;
        }
        try {
            return Json.MAPPER.readTree(request.body());
        } catch (JacksonException _) {
            return null;
        }
    }
}
