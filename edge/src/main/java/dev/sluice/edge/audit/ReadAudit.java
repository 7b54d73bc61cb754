package dev.sluice.edge.audit;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.OnLoop;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.log.LogReader;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.topic.Topics;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.KafkaException;
import tools.jackson.databind.JsonNode;

/** {@code GET /admin/audit}: the newest first, read from the log itself. */
public final class ReadAudit implements AutoCloseable {
    private static final int LIMIT = 100;
    private static final int MOST = 1_000;
    private static final int AT_A_TIME = 4;
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final LogReader log;
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    public ReadAudit(LogReader log) {
        this.log = log;
    }

    public CompletableFuture<Answer> handle(Request request, Caller caller) {
        Map<String, List<String>> query = new QueryStringDecoder(request.target()).parameters();
        long before = number(query, "before", Long.MAX_VALUE, Long.MAX_VALUE);
        int limit = (int) number(query, "limit", LIMIT, MOST);
        if (!places.tryAcquire()) {
            throw Refusal.unavailable("Too many look into the audit.", RETRY);
        }
        return OnLoop.resume(CompletableFuture.supplyAsync(() -> page(before, limit), workers), request.loop());
    }

    private Answer page(long before, int limit) {
        try {
            LogReader.Page page = log.before(Topics.AUDIT, Audit.PARTITION, before, limit);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put(
                    "items",
                    page.records().reversed().stream().map(ReadAudit::entry).toList());
            if (page.hasEarlier()) {
                answer.put("before", page.from());
            }
            return Answer.json(HttpResponseStatus.OK, answer).with(HttpHeaderNames.CACHE_CONTROL, "no-store");
        } catch (KafkaException _) {
            throw Refusal.unavailable("Kafka, which keeps the audit, does not answer.", RETRY);
        } finally {
            places.release();
        }
    }

    private static JsonNode entry(byte[] document) {
        return Json.MAPPER.readTree(document);
    }

    private static long number(Map<String, List<String>> query, String name, long otherwise, long most) {
        List<String> given = query.getOrDefault(name, List.of());
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(given.getLast());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, as what is out of range is.
        }
        String mend = "Give a whole number from 1 to " + most + ".";
        throw Refusal.of(
                HttpResponseStatus.BAD_REQUEST,
                "bad-parameter",
                "Bad parameter",
                "The parameter " + name + " is wrong. " + mend,
                List.of(new Problem.Flaw(name, mend)));
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
