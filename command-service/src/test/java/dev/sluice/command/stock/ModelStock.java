package dev.sluice.command.stock;

import dev.sluice.command.message.Decision;
import dev.sluice.command.model.Actor;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.tcc.BranchCommand;
import java.time.Instant;
import java.util.List;

/** The real stock of a SKU, for the model. */
public final class ModelStock implements Actor {
    private final Stock stock;

    public ModelStock(String sku) {
        stock = new Stock(sku);
    }

    @Override
    public Decision<? extends Payload> decide(List<? extends Payload> commands, Instant now) {
        return stock.decide((BranchCommand) commands.getFirst(), now);
    }

    @Override
    public void evolve(Payload fact) {
        stock.evolve((StockFact) fact);
    }
}
