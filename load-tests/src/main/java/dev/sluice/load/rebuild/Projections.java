package dev.sluice.load.rebuild;

import dev.sluice.load.api.ShopApi;
import dev.sluice.load.http.Answer;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.Generations;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the API tells of projections, and what it does to them, for an admin. */
public final class Projections {
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final ShopApi admin;

    public Projections(ShopApi admin) {
        this.admin = admin;
    }

    /** A generation that runs; only what is of use here. */
    public record Row(
            String name,
            int generation,
            String role,
            @Nullable String scratch,
            String state,
            long lag,
            List<Sink> sinks,
            @Nullable Rebuild rebuild) {}

    public record Sink(String store, long lag, long lagMillis) {}

    public record Rebuild(
            String state, long done, long total, long perSecond, long secondsLeft, List<Verdict> verdicts) {
        public boolean isReady() {
            return state.equals("READY");
        }

        public boolean differs() {
            return state.equals("DIFFERS");
        }
    }

    public record Verdict(String store, boolean agree, long live, long building, int sampled, List<String> differing) {}

    public List<Row> rows() {
        return Arrays.asList(admin.get("/admin/projections").as(Row[].class));
    }

    public Optional<Row> row(String name, String role) {
        return rows().stream()
                .filter(row -> row.name().equals(name) && row.role().equals(role))
                .findFirst();
    }

    /** The names of all. */
    public List<String> names() {
        return rows().stream().map(Row::name).distinct().toList();
    }

    /** @param factsPerSecond what it may read at most; 0 for as fast as it goes */
    public Answer begin(String name, int factsPerSecond) {
        return post(name, "rebuilds", Map.of("factsPerSecond", factsPerSecond));
    }

    /**
     * For inspection.
     *
     * @param from a time or offsets; empty for the beginning
     */
    public Answer beginScratch(String name, String scratch, String from, int factsPerSecond) {
        return post(name, "rebuilds", Map.of("as", scratch, "from", from, "factsPerSecond", factsPerSecond));
    }

    public Answer dropScratch(String name, String scratch) {
        return post(name, "rebuilds/drop", Map.of("as", scratch));
    }

    public Optional<Row> scratch(String name, String scratch) {
        return rows().stream()
                .filter(row -> row.name().equals(name) && scratch.equals(row.scratch()))
                .findFirst();
    }

    public Answer throttle(String name, int factsPerSecond) {
        return post(name, "rebuilds/throttle", Map.of("factsPerSecond", factsPerSecond));
    }

    public Answer pause(String name) {
        return post(name, "rebuilds/pause", Map.of());
    }

    public Answer resume(String name) {
        return post(name, "rebuilds/resume", Map.of());
    }

    public Answer cancel(String name) {
        return post(name, "rebuilds/cancel", Map.of());
    }

    public Generations swap(String name) {
        return post(name, "swap", Map.of()).as(Generations.class);
    }

    public Generations rollBack(String name) {
        return post(name, "rollback", Map.of()).as(Generations.class);
    }

    /** Whether it was refused since it does not fit how things stand. Throws OperatorMistake where there is no such projection. */
    public static boolean isRefused(Answer answer, String name) {
        if (answer.status() == NOT_FOUND) {
            throw new OperatorMistake("there is no projection " + name + ": " + answer.summary());
        }
        return answer.status() == CONFLICT;
    }

    private Answer post(String name, String act, Map<String, Object> body) {
        return admin.post("/admin/projections/" + name + "/" + act, Json.MAPPER.writeValueAsBytes(body), null, null);
    }
}
