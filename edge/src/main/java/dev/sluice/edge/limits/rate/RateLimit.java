package dev.sluice.edge.limits.rate;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.OnLoop;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.limits.quota.Verdict;
import dev.sluice.edge.routing.Route;
import dev.sluice.edge.routing.Traffic;
import dev.sluice.edge.settings.Quota;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.concurrent.CompletableFuture;

/** Lets each client ask so often, says in every answer how it stands, and refuses what is more with 429 and Retry-After. */
public final class RateLimit {
    private final Limits limits;
    private final MeterRegistry meters;

    public RateLimit(Limits limits, MeterRegistry meters) {
        this.limits = limits;
        this.meters = meters;
    }

    /** For the route's class. */
    public Filter on(Route route) {
        Traffic traffic = route.traffic();
        if (traffic == Traffic.UNLIMITED) {
            return Filter.NONE;
        }
        Counter refused = Counter.builder("sluice.edge.refused")
                .tag("reason", "rate")
                .tag("traffic", traffic.text())
                .register(meters);
        return next -> request -> {
            Client client = Client.of(request, traffic);
            return OnLoop.resume(limits.of(client).ask(request.loop()), request.loop())
                    .thenCompose(verdict -> obey(verdict, client, request, next, refused));
        };
    }

    private CompletableFuture<Answer> obey(
            Verdict verdict, Client client, Request request, Handler next, Counter refused) {
        Quota quota = limits.quota(client);
        // What caches may give to others says nothing of anybody.
        if (client.traffic() != Traffic.PAGES || !verdict.admitted()) {
            request.answerWith(Fields.POLICY, Fields.policy(client.traffic(), quota));
            request.answerWith(Fields.STANDING, Fields.standing(client.traffic(), verdict));
        }
        if (verdict.admitted()) {
            return next.handle(request);
        }
        refused.increment();
        throw Refusal.of(
                        HttpResponseStatus.TOO_MANY_REQUESTS,
                        "quota-exceeded",
                        "Too many requests",
                        "You may make " + quota.requests() + " requests of this kind in "
                                + quota.window().toSeconds() + " s. Try again in " + verdict.retrySeconds() + " s.")
                .with(HttpHeaderNames.RETRY_AFTER, verdict.retrySeconds());
    }
}
