package dev.sluice.command.stock;

import dev.sluice.command.store.Aggregates;
import dev.sluice.command.turn.BoundedContext;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.stock.StockCommand;
import dev.sluice.schemas.tcc.BranchCommand;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configurer;
import org.jspecify.annotations.Nullable;

/** The stock of every SKU. */
public final class StockContext implements BoundedContext {

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public boolean isEventSourced() {
        return true;
    }

    @Override
    public void register(Configurer axon, Cache aggregates) {
        Aggregates.register(axon, aggregates, Stock.class, Stock::new, this::target);
    }

    @Override
    public String target(Object command) {
        return switch (command) {
            case BranchCommand c -> c.key();
            case StockCommand c -> c.sku();
            default -> throw new IllegalArgumentException("not a command of stock: " + command);
        };
    }

    @Override
    public List<SnapshotKind> snapshots() {
        return List.of(new SnapshotKind("stock/1", Stock.State.class));
    }

    @Override
    public @Nullable String operationId(Payload payload) {
        return payload instanceof StockCommand.CountStock count ? count.operationId() : null;
    }
}
