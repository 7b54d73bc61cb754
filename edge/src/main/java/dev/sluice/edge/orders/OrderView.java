package dev.sluice.edge.orders;

import dev.sluice.edge.acceptance.Acceptance;
import dev.sluice.edge.acceptance.AcceptedAnswer;
import dev.sluice.edge.acceptance.Intent;
import dev.sluice.edge.document.Document;
import dev.sluice.edge.outcome.Marker;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.version.EntityVersion;
import dev.sluice.schemas.version.EntityVersions;
import dev.sluice.schemas.view.OrderStatusView;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** An order's status view, of which this edge needs to understand little and passes on the rest as it is. */
final class OrderView {
    private static final String REQUEST_HASH = "requestHash";

    private final ObjectNode tree;

    private OrderView(ObjectNode tree) {
        this.tree = tree;
    }

    static OrderView of(Document document) {
        return new OrderView((ObjectNode) Json.MAPPER.readTree(document.json()));
    }

    /** What can be said of an order that nothing but its acceptance is known of. */
    static OrderView accepted(String id, Marker marker) {
        OrderStatusView view = new OrderStatusView(
                id,
                marker.entityId(),
                OrderStatus.ACCEPTED,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(new OrderStatusView.Step(OrderStatus.ACCEPTED, marker.at())),
                marker.requestHash(),
                0);
        return new OrderView(Json.MAPPER.valueToTree(view));
    }

    /** For whoever waited. Throws a {@link dev.sluice.edge.http.Refusal} where the outcome is another order's. */
    static final AcceptedAnswer.Telling OUTCOME = new AcceptedAnswer.Telling() {
        @Override
        public byte[] body(Intent intent, Document document) {
            OrderView view = of(document);
            if (!view.tree
                    .path(REQUEST_HASH)
                    .asString("")
                    .equals(intent.marker().requestHash())) {
                throw Acceptance.keyReused();
            }
            return view.json();
        }

        @Override
        public EntityVersions versions(Document document) {
            return of(document).versions();
        }

        @Override
        public String entity() {
            return EntityVersion.ORDER;
        }
    };

    EntityVersions versions() {
        String id = tree.path("id").asString("");
        return new EntityVersions(List.of(new EntityVersion(EntityVersion.ORDER, id, version())));
    }

    String customerId() {
        return tree.path("customerId").asString("");
    }

    long version() {
        return tree.path("version").asLong(0);
    }

    /** A status that a newer projector writes is not final for us. */
    boolean isFinal() {
        String status = tree.path("status").asString("");
        for (OrderStatus known : OrderStatus.values()) {
            if (known.name().equals(status)) {
                return known.isFinal();
            }
        }
        return false;
    }

    /** For the client. */
    byte[] json() {
        return Json.MAPPER.writeValueAsBytes(shown());
    }

    /** For a client that has no header to find the token in. */
    byte[] json(String token) {
        return Json.MAPPER.writeValueAsBytes(shown().put("token", token));
    }

    private ObjectNode shown() {
        ObjectNode shown = tree.deepCopy();
        shown.remove(REQUEST_HASH);
        return shown;
    }
}
