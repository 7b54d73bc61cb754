package dev.sluice.edge.orders;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.outcome.Lookup;
import dev.sluice.edge.outcome.Outcomes;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** {@code GET /orders/{id}}. */
public final class ReadOrder {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Outcomes outcomes;

    public ReadOrder(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    public CompletableFuture<Answer> handle(Request request, Caller caller) {
        return find(request, caller).thenApply(view -> Answer.json(HttpResponseStatus.OK, view.json()));
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
        return outcomes.lookup(id, request.loop()).thenApply(lookup -> view(id, lookup));
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
