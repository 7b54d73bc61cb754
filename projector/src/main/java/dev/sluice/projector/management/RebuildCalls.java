package dev.sluice.projector.management;

import dev.sluice.projector.generation.NotNow;
import dev.sluice.projector.lag.LogUnreachable;
import dev.sluice.projector.rebuild.Rebuilds;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code POST /projections/{name}/…}: what operators may do about the generations of a projection. */
public final class RebuildCalls {
    private static final int FASTEST = 10_000_000;
    private static final Pattern SCRATCH = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final List<String> RESERVED = List.of("live", "previous", "building");
    private static final String RATE = "factsPerSecond";
    private static final List<String> ACTS = List.of(
            "rebuilds",
            "rebuilds/pause",
            "rebuilds/resume",
            "rebuilds/throttle",
            "rebuilds/cancel",
            "rebuilds/drop",
            "swap",
            "rollback");

    private final Rebuilds rebuilds;

    public RebuildCalls(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** What to answer: the generations as they are now, or a {@link Problem}. */
    record Result(int status, Object body) {
        static Result problem(int status, String title, String detail) {
            return new Result(status, new Problem("about:blank", title, status, detail, null, null));
        }
    }

    /** @param path below {@code /projections/} */
    Result call(String path, byte[] body, String by) {
        int slash = path.indexOf('/');
        String name = slash < 0 ? path : path.substring(0, slash);
        String act = slash < 0 ? "" : path.substring(slash + 1);
        Optional<Projection> projection = projection(name);
        if (projection.isEmpty()) {
            return Result.problem(404, "Not found", "There is no projection " + name + "; there are: " + names() + ".");
        }
        if (!ACTS.contains(act)) {
            return Result.problem(404, "Not found", "Of a projection there are: " + String.join(", ", ACTS) + ".");
        }
        try {
            return act(
                    projection.get(),
                    act,
                    body.length == 0 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(body),
                    by);
        } catch (JacksonException _) {
            return Result.problem(400, "Malformed body", "The body must be a JSON object, or empty.");
        } catch (NotNow e) {
            return Result.problem(409, "Not now", String.valueOf(e.getMessage()));
        } catch (LogUnreachable e) {
            return Result.problem(503, "Kafka is unreachable", String.valueOf(e.getMessage()));
        }
    }

    private Result act(Projection projection, String act, JsonNode body, String by) {
        int rate = body.path(RATE).asInt(0);
        if (rate < 0 || rate > FASTEST || (body.has(RATE) && !body.path(RATE).isInt())) {
            return Result.problem(
                    400,
                    "Malformed body",
                    RATE + " must be a whole number from 0, which is no limit, to " + FASTEST + ".");
        }
        return switch (act) {
            case "rebuilds" -> begin(projection, body, rate, by);
            case "rebuilds/pause" -> new Result(200, rebuilds.pause(projection, true, by));
            case "rebuilds/resume" -> new Result(200, rebuilds.pause(projection, false, by));
            case "rebuilds/throttle" -> new Result(200, rebuilds.throttle(projection, rate, by));
            case "rebuilds/cancel" -> new Result(200, rebuilds.cancel(projection, by));
            case "rebuilds/drop" ->
                new Result(200, rebuilds.dropScratch(projection, body.path("as").asString(""), by));
            case "swap" ->
                new Result(200, rebuilds.swap(projection, body.path("force").asBoolean(false), by));
            default -> new Result(200, rebuilds.rollBack(projection, by));
        };
    }

    private Result begin(Projection projection, JsonNode body, int rate, String by) {
        String name = body.path("as").asString("");
        String from = body.path("from").asString("");
        if (name.isEmpty() && from.isEmpty()) {
            return new Result(202, rebuilds.begin(projection, rate, by));
        }
        if (!SCRATCH.matcher(name).matches() || RESERVED.contains(name)) {
            return Result.problem(
                    400,
                    "Malformed body",
                    "What does not begin at the beginning cannot go live: as must give the scratch generation a name, of small letters,"
                            + " digits and hyphens, a letter first, and none of " + RESERVED + ".");
        }
        try {
            return new Result(202, rebuilds.beginScratch(projection, name, from, rate, by));
        } catch (IllegalArgumentException e) {
            return Result.problem(400, "Malformed body", String.valueOf(e.getMessage()));
        }
    }

    static Optional<Projection> projection(String name) {
        return Arrays.stream(Projection.values())
                .filter(projection -> projection.id().equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(Projection.values()).map(Projection::id).collect(Collectors.joining(", "));
    }
}
