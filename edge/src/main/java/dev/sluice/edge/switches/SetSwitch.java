package dev.sluice.edge.switches;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.json.Bodies;
import dev.sluice.edge.json.BodySchema;
import dev.sluice.edge.log.CommandLog;
import dev.sluice.schemas.control.Switch;
import dev.sluice.schemas.http.Problem;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code GET /admin/switches} and {@code PUT /admin/switches/{name}}. */
public final class SetSwitch {
    private final BodySchema<Wanted> schema = BodySchema.of("put-switch", Wanted.class);
    private final Bodies bodies;
    private final Switches switches;
    private final Decisions decisions;
    private final Clock clock;

    public SetSwitch(Bodies bodies, Switches switches, CommandLog log, Clock clock) {
        this.bodies = bodies;
        this.switches = switches;
        this.decisions = new Decisions(log);
        this.clock = clock;
    }

    /** As {@code put-switch.schema.json} describes it. */
    record Wanted(boolean refuse, String reason, @Nullable Instant until) {}

    public CompletableFuture<Answer> list(Request request, Caller caller) {
        List<Map<String, Object>> items =
                switches.routes().entrySet().stream().map(this::item).toList();
        return Answer.json(HttpResponseStatus.OK, Map.of("items", items)).now();
    }

    private Map<String, Object> item(Map.Entry<String, List<String>> entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", entry.getKey());
        item.put("refuses", entry.getValue());
        item.put("refusing", switches.refuses(entry.getKey()));
        switches.find(entry.getKey()).ifPresent(found -> item.put("switch", found));
        return item;
    }

    public CompletableFuture<Answer> put(Request request, Caller caller) {
        String name = request.parameter("name");
        if (!switches.routes().containsKey(name)) {
            throw Refusal.notFound("There is no such switch. GET /admin/switches lists them.");
        }
        return bodies.read(request, schema).thenCompose(wanted -> set(name, wanted, request, caller));
    }

    private CompletableFuture<Answer> set(String name, Wanted wanted, Request request, Caller caller) {
        Instant now = clock.instant();
        Instant until = wanted.refuse ? wanted.until : null;
        if (until != null && !until.isAfter(now)) {
            throw Refusal.malformed(
                    "The body does not fit its schema; errors says where and how to mend it.",
                    List.of(new Problem.Flaw("/until", "is over; expected is an instant to come")));
        }
        return decisions.write(new Switch(name, wanted.refuse, wanted.reason, caller.subject(), now, until), request);
    }
}
