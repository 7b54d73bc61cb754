package dev.sluice.load.replay;

import dev.sluice.load.api.OrderRequest;
import dev.sluice.load.api.OrderView;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.http.Answer;
import dev.sluice.load.invoice.InvoiceOrder;
import dev.sluice.load.patience.Stall;
import java.time.Instant;

/** Places an order of the file and waits for its end. The same order of the same file has the same key for ever. */
final class Placing {
    private final ShopApi api;
    private final Stall stall;
    private final String fileHash;
    private final Instant began;
    private final Outcomes outcomes;

    /** @param began orders that were accepted before were placed by an earlier run */
    Placing(ShopApi api, Stall stall, String fileHash, Instant began, Outcomes outcomes) {
        this.api = api;
        this.stall = stall;
        this.fileHash = fileHash;
        this.began = began;
        this.outcomes = outcomes;
    }

    void place(InvoiceOrder order) {
        Answer answer = api.placeOrder(
                order.key(fileHash), new OrderRequest(order.buyer().id(), order.lines()));
        if (!answer.succeeded()) {
            outcomes.refused(order, answer.summary());
            return;
        }
        stall.moved();
        String id = answer.as(Named.class).id();
        outcomes.accepted(order, id);
        try {
            OrderView view = end(answer, id);
            outcomes.ended(order, view, wasThere(view));
            stall.moved();
        } catch (Answer.Unexpected e) {
            outcomes.lost(order, id, String.valueOf(e.getMessage()));
        }
    }

    /** 200 brings the status at once, where it was known within the wait. */
    private OrderView end(Answer answer, String id) {
        if (answer.status() == 200) {
            OrderView view = answer.as(OrderView.class);
            if (view.status().isFinal()) {
                return view;
            }
        }
        return api.awaitEnd(id, stall);
    }

    private boolean wasThere(OrderView view) {
        return !view.timeline().isEmpty() && view.timeline().getFirst().at().isBefore(began);
    }

    /** What every answer to a placed order has. */
    private record Named(String id) {}
}
