package dev.sluice.edge.operations;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.identity.Role;
import dev.sluice.edge.orders.OrderAccess;
import dev.sluice.edge.orders.ReadOrder;
import dev.sluice.edge.outcome.Lookup;
import dev.sluice.edge.outcome.Marker;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.edge.versions.Patience;
import dev.sluice.edge.versions.VersionTokens;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.promotion.GrabId;
import dev.sluice.schemas.version.EntityVersion;
import dev.sluice.schemas.version.EntityVersions;
import dev.sluice.schemas.view.OperationView;
import dev.sluice.schemas.view.OperationView.OperationStatus;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** {@code GET /operations/{id}}. */
public final class ReadOperation {
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int LONGEST_ID = 64;

    private static final Set<Role> STAFF = Set.of(Role.ADMIN, Role.OPERATOR, Role.IMPORTER);

    /** Named by what they are of and by whose they are. */
    private static final Set<String> CUSTOMERS_OWN = Set.of("grab", "part");

    private final Outcomes outcomes;
    private final ReadOrder orders;
    private final VersionTokens tokens;
    private final Patience patience;

    /** @param patience with an operation that a token says was accepted */
    public ReadOperation(Outcomes outcomes, ReadOrder orders, VersionTokens tokens, Patience patience) {
        this.outcomes = outcomes;
        this.orders = orders;
        this.tokens = tokens;
        this.patience = patience;
    }

    public CompletableFuture<Answer> handle(Request request, Caller caller) {
        String id = request.parameter("id");
        if (id.length() > LONGEST_ID) {
            throw notFound();
        }
        boolean known = tokens.demanded(request).of(EntityVersion.OPERATION, id) != EntityVersions.ANY;
        return outcomes.lookup(id, request.loop())
                .thenCompose(lookup -> known && isMissing(lookup)
                        ? await(id, request)
                        : CompletableFuture.completedFuture(view(id, lookup)))
                .thenCompose(view -> {
                    JsonNode operation = Json.MAPPER.readTree(view);
                    return requireSeeing(request, caller, operation)
                            .thenApply(_ -> tokens.tell(
                                    Answer.json(HttpResponseStatus.OK, view), OperationTelling.versions(operation)));
                });
    }

    private static boolean isMissing(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found _, Lookup.Accepted _ -> false;
            case Lookup.Absent(), Lookup.Unknown() -> true;
        };
    }

    private CompletableFuture<byte[]> await(String id, Request request) {
        return outcomes.await(id, _ -> true, patience.of(request), request)
                .thenApply(found ->
                        found.map(Document::json).orElseThrow(Patience::over).getBytes(StandardCharsets.UTF_8));
    }

    /** Staff see all; customers what concerns an order or a grab of theirs. */
    private CompletableFuture<Void> requireSeeing(Request request, Caller caller, JsonNode operation) {
        if (caller.hasAnyOf(STAFF)) {
            return CompletableFuture.completedFuture(null);
        }
        return customerOf(
                        operation.path("entity").asString(""),
                        operation.path("entityId").asString(""),
                        request)
                .thenAccept(customerId -> OrderAccess.requireSeeing(caller, customerId));
    }

    private CompletableFuture<String> customerOf(String entity, String entityId, Request request) {
        GrabId grab = CUSTOMERS_OWN.contains(entity) ? GrabId.parse(entityId) : null;
        if (grab != null) {
            return CompletableFuture.completedFuture(grab.customerId());
        }
        if (!entity.equals("order")) {
            throw Refusal.forbidden("This takes a token with the role admin or importer or operator.");
        }
        return orders.customerOf(entityId, request);
    }

    /** All but ACCEPTED is final, and that is never projected. */
    public static boolean isFinal(Document document) {
        return !Json.MAPPER
                .readTree(document.json())
                .path("status")
                .asString("")
                .equals(OperationStatus.ACCEPTED.name());
    }

    private static byte[] view(String id, Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found(var document) -> document.json().getBytes(StandardCharsets.UTF_8);
            case Lookup.Accepted(var marker) -> Json.MAPPER.writeValueAsBytes(accepted(id, marker));
            case Lookup.Absent() -> throw notFound();
            case Lookup.Unknown() ->
                throw Refusal.unavailable("Whether there is such an operation cannot be told at the moment.", RETRY);
        };
    }

    private static OperationView accepted(String id, Marker marker) {
        return new OperationView(
                id, OperationStatus.ACCEPTED, marker.entity(), marker.entityId(), null, null, marker.at(), null);
    }

    private static Refusal notFound() {
        return Refusal.notFound("There is no such operation.");
    }
}
