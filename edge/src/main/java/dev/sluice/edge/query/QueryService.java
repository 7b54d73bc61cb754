package dev.sluice.edge.query;

import dev.sluice.control.Lags;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Causes;
import dev.sluice.edge.http.OnLoop;
import dev.sluice.edge.http.PassedBody;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.http.Trace;
import dev.sluice.edge.http.Upstream;
import dev.sluice.edge.query.Instances.Instance;
import dev.sluice.edge.versions.VersionTokens;
import dev.sluice.schemas.http.Sees;
import dev.sluice.schemas.version.EntityVersions;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;

/**
 * The query-service behind us. So many requests at a time and no more: when it is slow, only searches are, and long exports
 * keep no search waiting. An instance that fails again and again is left alone for a moment.
 */
public final class QueryService implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Upstream UPSTREAM = new Upstream("query-service", RETRY);
    private static final List<String> PASSED_BACK = List.of(
            "Content-Type",
            "Content-Length",
            "Content-Disposition",
            "Cache-Control",
            "ETag",
            "Link",
            "Retry-After",
            "Last-Modified",
            Lags.HEADER);

    private final Instances instances;
    private final VersionTokens tokens;
    private final Duration patience;
    private final Kind searches;
    private final Kind exports;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(workers)
            .build();

    private record Kind(String plural, Semaphore places, PassedBody.Limit limit) {}

    /** @param patience for the whole answer; of an export, for each part of it */
    public QueryService(List<URI> instances, VersionTokens tokens, Duration patience, int atATime, int exportsAtATime) {
        this.instances = new Instances(instances, RETRY);
        this.tokens = tokens;
        this.patience = patience;
        this.searches = new Kind("searches", new Semaphore(atATime), PassedBody.Limit.WHOLE_BODY);
        this.exports = new Kind("exports", new Semaphore(exportsAtATime), PassedBody.Limit.EACH_PART);
    }

    /** What of the answer its reader may see. */
    enum Sight {
        PERSONAL,
        MASKED
    }

    /** Asks for the path with the request's query, and gives whatever comes back. */
    CompletableFuture<Answer> pass(Request request, String path, Sight sight) {
        return pass(onward(request, path, Answer.JSON, sight), searches);
    }

    /** The same for an answer of that type, which may take long to come. */
    CompletableFuture<Answer> export(Request request, String path, String mediaType, Sight sight) {
        return pass(onward(request, path, mediaType, sight), exports);
    }

    private CompletableFuture<Answer> pass(Onward onward, Kind kind) {
        if (!kind.places().tryAcquire()) {
            throw Refusal.unavailable("Too many " + kind.plural() + " are under way.", RETRY);
        }
        Request request = onward.request();
        CompletableFuture<Answer> answer = OnLoop.resume(
                        ask(onward, instances.of(onward.pathAndQuery())), request.loop())
                .thenApply(response -> answer(response, kind))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        Causes.of(failure) instanceof Refusal refusal ? refusal : UPSTREAM.refusal(failure)));
        var _ = answer.whenComplete((_, failure) -> {
            if (failure != null) {
                kind.places().release();
            }
        });
        return answer;
    }

    /** The first that is not left alone; where that cannot be reached the next, since to ask twice changes nothing. */
    private CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> ask(
            Onward onward, List<Instance> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            Instance one = candidates.get(i);
            if (one.breaker().admits()) {
                List<Instance> others = candidates.subList(i + 1, candidates.size());
                return ask(onward, one)
                        .exceptionallyCompose(failure -> !others.isEmpty() && isUnreached(failure)
                                ? ask(onward, others)
                                : CompletableFuture.failedFuture(failure));
            }
        }
        return CompletableFuture.failedFuture(Refusal.unavailable(
                "The query-service failed again and again, so it is left alone for a moment.", RETRY));
    }

    private CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> ask(Onward onward, Instance one) {
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> asked =
                http.sendAsync(onward.to(one.base(), patience), BodyHandlers.ofPublisher());
        one.breaker().watch(asked);
        Request request = onward.request();
        OnLoop.run(request.loop(), () -> request.client().whenGone(() -> asked.cancel(true)));
        return asked;
    }

    /** No connection, or one that broke before it brought an answer. Who was too slow was asked long enough. */
    private static boolean isUnreached(Throwable failure) {
        Throwable cause = Causes.of(failure);
        return cause instanceof HttpConnectTimeoutException
                || (cause instanceof IOException && !(cause instanceof HttpTimeoutException));
    }

    private Onward onward(Request request, String path, String mediaType, Sight sight) {
        int query = request.target().indexOf('?');
        String suffix = query < 0 ? "" : request.target().substring(query);
        return new Onward(request, path + suffix, mediaType, tokens.demanded(request), sight);
    }

    /** A request as whichever instance is to get it. */
    private record Onward(
            Request request, String pathAndQuery, String mediaType, EntityVersions demanded, Sight sight) {
        Onward {
            try {
                URI.create(pathAndQuery);
            } catch (IllegalArgumentException _) {
                throw Refusal.of(
                        HttpResponseStatus.BAD_REQUEST, "The query holds characters that must be percent-encoded.");
            }
        }

        HttpRequest to(URI base, Duration patience) {
            HttpRequest.Builder onward = HttpRequest.newBuilder(base.resolve(pathAndQuery))
                    .timeout(patience)
                    .header("Accept", mediaType)
                    .header(Trace.HEADER, request.trace().parent());
            if (!demanded.isEmpty()) {
                onward.header(EntityVersions.HEADER, demanded.toString());
            }
            if (sight == Sight.PERSONAL) {
                onward.header(Sees.HEADER, Sees.PERSONAL);
            }
            return onward.build();
        }
    }

    private Answer answer(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response, Kind kind) {
        Answer answer = Answer.stream(
                HttpResponseStatus.valueOf(response.statusCode()),
                new PassedBody(response.body(), patience, kind.limit(), kind.places()::release));
        for (String name : PASSED_BACK) {
            response.headers().firstValue(name).ifPresent(value -> answer.with(name, value));
        }
        if (!answer.headers().contains(HttpHeaderNames.CACHE_CONTROL)) {
            answer.with(HttpHeaderNames.CACHE_CONTROL, "no-store");
        }
        return answer;
    }

    @Override
    public void close() {
        http.shutdownNow();
        workers.shutdownNow();
    }
}
