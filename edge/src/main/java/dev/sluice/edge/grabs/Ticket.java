package dev.sluice.edge.grabs;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.outcome.Lookup;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.edge.outcome.Watcher;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.OperationView;
import dev.sluice.schemas.view.OperationView.OperationStatus;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/** A grab on its way, for which a place is set aside: should it be refused, the place goes back at once. */
final class Ticket implements Watcher {
    private final Turnstile turnstile;
    private final Outcomes outcomes;
    private final String operationId;
    private final EventLoop loop;
    private final Runnable unsubscribe;
    private Turnstile.Loan loan;

    Ticket(Turnstile turnstile, Turnstile.Loan loan, Outcomes outcomes, String operationId, EventLoop loop) {
        this.turnstile = turnstile;
        this.outcomes = outcomes;
        this.operationId = operationId;
        this.loop = loop;
        this.loan = loan;
        this.unsubscribe = outcomes.subscribe(operationId, loop, this);
        var _ = loop.schedule(this::end, Turnstile.TICKET.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** It may be the same request once more, whose outcome is known. */
    void accepted() {
        var _ = turnstile
                .extend(loan, loop)
                .thenAccept(extended -> loan = extended)
                .thenCompose(_ -> outcomes.lookup(operationId, loop))
                .thenAccept(found -> {
                    if (found instanceof Lookup.Found(Document document)) {
                        seen(document);
                    }
                });
    }

    @Override
    public void seen(Document document) {
        OperationView outcome = Json.MAPPER.readValue(document.json(), OperationView.class);
        if (outcome.status() == OperationStatus.REFUSED) {
            turnstile.giveBack(loan, loop);
        }
        end();
    }

    /** The place is free by itself after a while. */
    @Override
    public void missed() {}

    @Override
    public void closing() {
        end();
    }

    private void end() {
        unsubscribe.run();
    }
}
