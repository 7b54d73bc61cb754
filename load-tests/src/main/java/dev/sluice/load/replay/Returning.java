package dev.sluice.load.replay;

import dev.sluice.load.api.ShopApi;
import dev.sluice.load.http.Answer;
import dev.sluice.load.invoice.InvoiceReturn;
import dev.sluice.load.patience.Stall;
import dev.sluice.load.reconcile.AcceptedOrder;
import dev.sluice.schemas.order.ReturnedLine;
import java.util.List;
import java.util.Map;

/** Brings back to an order what a return of the file says, and waits until that is decided. */
final class Returning {
    private final ShopApi api;
    private final Stall stall;
    private final String fileHash;
    private final Outcomes outcomes;

    Returning(ShopApi api, Stall stall, String fileHash, Outcomes outcomes) {
        this.api = api;
        this.stall = stall;
        this.fileHash = fileHash;
        this.outcomes = outcomes;
    }

    void bring(InvoiceReturn comeback, AcceptedOrder order, Map<String, Long> units) {
        List<ReturnedLine> lines = units.entrySet().stream()
                .map(entry -> new ReturnedLine(entry.getKey(), entry.getValue()))
                .toList();
        Answer answer = api.cancel(order.id(), lines, comeback.key(fileHash, order.wanted()));
        if (!answer.succeeded()) {
            outcomes.notReturned(order, comeback.invoice() + " refused: " + answer.summary());
            return;
        }
        try {
            api.awaitSuccess(answer, stall);
            outcomes.returned(order, units);
        } catch (ShopApi.Refused e) {
            outcomes.notReturned(order, comeback.invoice() + " refused: " + e.getMessage());
        }
    }
}
