package dev.sluice.edge.projections;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.OnLoop;
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
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** The projector behind us: its few and small answers are passed on whole. */
public final class Projections implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Pattern NAME = Pattern.compile("[a-z-]{1,64}");
    private static final String BY = "Sluice-By";
    private static final Upstream UPSTREAM = new Upstream("projector", Duration.ofSeconds(2));

    private final URI base;
    private final Duration patience;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(workers)
            .build();

    public Projections(URI base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    /** {@code GET /admin/projections}. */
    public CompletableFuture<Answer> all(Request request, Caller caller) {
        return send(request, HttpRequest.newBuilder(base.resolve("/projections")));
    }

    /** {@code POST /admin/projections/{name}/rebuilds} and what else there is to do about a projection's generations. */
    public CallerHandler act(String act) {
        return (request, caller) -> {
            String name = request.parameter("name");
            if (!NAME.matcher(name).matches()) {
                throw Refusal.notFound("There can be no such projection.");
            }
            return send(
                    request,
                    HttpRequest.newBuilder(base.resolve("/projections/" + name + "/" + act))
                            .header(BY, caller.subject())
                            .POST(BodyPublishers.ofByteArray(request.body())));
        };
    }

    private CompletableFuture<Answer> send(Request request, HttpRequest.Builder onward) {
        HttpRequest built = onward.timeout(patience)
                .header(Trace.HEADER, request.trace().parent())
                .build();
        CompletableFuture<HttpResponse<byte[]>> asked = http.sendAsync(built, BodyHandlers.ofByteArray());
        return OnLoop.resume(asked, request.loop())
                .thenApply(Projections::answer)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(UPSTREAM.refusal(failure)));
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse(Answer.JSON);
        return Answer.of(HttpResponseStatus.valueOf(response.statusCode()), type, response.body())
                .with(HttpHeaderNames.CACHE_CONTROL, "no-store");
    }

    @Override
    public void close() {
        http.shutdownNow();
        workers.shutdownNow();
    }
}
