package dev.sluice.edge.orders;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.outcome.Lookup;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.edge.versions.Patience;
import dev.sluice.edge.versions.VersionTokens;
import dev.sluice.schemas.version.EntityVersion;
import dev.sluice.schemas.version.EntityVersions;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** {@code GET /orders/{id}}. */
public final class ReadOrder {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Outcomes outcomes;
    private final VersionTokens tokens;
    private final Patience patience;

    /** @param patience with a view that is behind what a token demands */
    public ReadOrder(Outcomes outcomes, VersionTokens tokens, Patience patience) {
        this.outcomes = outcomes;
        this.tokens = tokens;
        this.patience = patience;
    }

    public CompletableFuture<Answer> handle(Request request, Caller caller) {
        return find(request, caller)
                .thenApply(view -> tokens.tell(Answer.json(HttpResponseStatus.OK, view.json()), view.versions()));
    }

    public static boolean isFinal(Document document) {
        return OrderView.of(document).isFinal();
    }

    /** What the caller may see; fails with a {@link Refusal}. */
    CompletableFuture<OrderView> find(Request request, Caller caller) {
        return find(request.parameter("id"), request).thenApply(view -> {
            OrderAccess.requireSeeing(caller, view.customerId());
            return view;
        });
    }

    /** Whose order it is; fails with a {@link Refusal}. */
    public CompletableFuture<String> customerOf(String id, Request request) {
        return find(id, request).thenApply(OrderView::customerId);
    }

    private CompletableFuture<OrderView> find(String id, Request request) {
        if (!ID.matcher(id).matches()) {
            throw notFound(id);
        }
        long demanded = tokens.demanded(request).of(EntityVersion.ORDER, id);
        return outcomes.lookup(id, request.loop())
                .thenCompose(lookup -> shows(demanded, lookup)
                        ? CompletableFuture.completedFuture(view(id, lookup))
                        : await(id, demanded, request));
    }

    private static boolean shows(long demanded, Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found(var document) -> OrderView.of(document).version() >= demanded;
            case Lookup.Accepted _ -> demanded <= 0;
            // What was accepted is there, even while nobody else knows it.
            case Lookup.Absent(), Lookup.Unknown() -> demanded == EntityVersions.ANY;
        };
    }

    private CompletableFuture<OrderView> await(String id, long demanded, Request request) {
        return outcomes.await(
                        id, document -> OrderView.of(document).version() >= demanded, patience.of(request), request)
                .thenApply(found -> found.map(OrderView::of).orElseThrow(Patience::over));
    }

    private static OrderView view(String id, Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found(var document) -> OrderView.of(document);
            case Lookup.Accepted(var marker) -> OrderView.accepted(id, marker);
            case Lookup.Absent() -> throw notFound(id);
            case Lookup.Unknown() ->
                throw Refusal.unavailable("Whether there is such an order cannot be told at the moment.", RETRY);
        };
    }

    private static Refusal notFound(String id) {
        return Refusal.notFound("There is no order " + id + ".");
    }
}
