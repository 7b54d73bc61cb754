package dev.sluice.edge.projections;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.OnLoop;
import dev.sluice.edge.http.PassedBody;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.http.Trace;
import dev.sluice.edge.http.Upstream;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.identity.CallerHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** The projector behind us: its answers are passed on, small ones whole and long ones as they come. */
public final class Projections implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Pattern NAME = Pattern.compile("[a-z-]{1,64}");
    private static final String BY = "Sluice-By";
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Upstream UPSTREAM = new Upstream("projector", RETRY);
    /** Each goes through all documents of a view. */
    private static final int AT_A_TIME = 2;

    private final URI base;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(workers)
            .build();

    /** @param patience for the whole answer; of a long one, for each part of it */
    public Projections(URI base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    /** {@code GET /admin/projections}. */
    public CompletableFuture<Answer> all(Request request, Caller caller) {
        return send(request, HttpRequest.newBuilder(base.resolve("/projections")));
    }

    /** {@code GET /admin/projections/{name}/documents} and {@code …/comparison}: lines, however many, as they come. */
    public CallerHandler lines(String what) {
        return (request, caller) -> {
            int query = request.target().indexOf('?');
            String suffix = query < 0 ? "" : request.target().substring(query);
            HttpRequest onward = onward(request, "/projections/" + name(request) + "/" + what + suffix);
            if (!places.tryAcquire()) {
                throw Refusal.unavailable("Too many generations are being looked through.", RETRY);
            }
            CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> asked =
                    http.sendAsync(onward, BodyHandlers.ofPublisher());
            request.client().whenGone(() -> asked.cancel(true));
            CompletableFuture<Answer> answer = OnLoop.resume(asked, request.loop())
                    .thenApply(this::streamed)
                    .exceptionallyCompose(failure -> CompletableFuture.failedFuture(UPSTREAM.refusal(failure)));
            var _ = answer.whenComplete((_, failure) -> {
                if (failure != null) {
                    places.release();
                }
            });
            return answer;
        };
    }

    private Answer streamed(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
        PassedBody body = new PassedBody(response.body(), patience, PassedBody.Limit.EACH_PART, places::release);
        return Answer.stream(HttpResponseStatus.valueOf(response.statusCode()), body)
                .with(HttpHeaderNames.CONTENT_TYPE, type(response))
                .with(HttpHeaderNames.CACHE_CONTROL, "no-store");
    }

    private HttpRequest onward(Request request, String pathAndQuery) {
        try {
            return built(request, HttpRequest.newBuilder(base.resolve(pathAndQuery)));
        } catch (IllegalArgumentException _) {
            throw Refusal.of(
                    HttpResponseStatus.BAD_REQUEST, "The query holds characters that must be percent-encoded.");
        }
    }

    private static String name(Request request) {
        String name = request.parameter("name");
        if (!NAME.matcher(name).matches()) {
            throw Refusal.notFound("There can be no such projection.");
        }
        return name;
    }

    /** {@code POST /admin/projections/{name}/rebuilds} and what else there is to do about a projection's generations. */
    public CallerHandler act(String act) {
        return (request, caller) -> send(
                request,
                HttpRequest.newBuilder(base.resolve("/projections/" + name(request) + "/" + act))
                        .header(BY, caller.subject())
                        .POST(BodyPublishers.ofByteArray(request.body())));
    }

    private CompletableFuture<Answer> send(Request request, HttpRequest.Builder onward) {
        CompletableFuture<HttpResponse<byte[]>> asked =
                http.sendAsync(built(request, onward), BodyHandlers.ofByteArray());
        return OnLoop.resume(asked, request.loop())
                .thenApply(Projections::answer)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(UPSTREAM.refusal(failure)));
    }

    private HttpRequest built(Request request, HttpRequest.Builder onward) {
        return onward.timeout(patience)
                .header(Trace.HEADER, request.trace().parent())
                .build();
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return Answer.of(HttpResponseStatus.valueOf(response.statusCode()), type(response), response.body())
                .with(HttpHeaderNames.CACHE_CONTROL, "no-store");
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse(Answer.JSON);
    }

    @Override
    public void close() {
        http.shutdownNow();
        workers.shutdownNow();
    }
}
