package dev.sluice.command.catalog;

import dev.sluice.command.turn.BoundedContext;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.catalog.CatalogCommand;
import dev.sluice.schemas.message.Payload;
import java.time.Clock;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configurer;
import org.jspecify.annotations.Nullable;

/** What is on offer. */
public final class CatalogContext implements BoundedContext {

    private final Products products;

    public CatalogContext(Clock clock) {
        this.products = new Products(clock);
    }

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public boolean isEventSourced() {
        return false;
    }

    @Override
    public void register(Configurer axon, Cache aggregates) {
        axon.registerCommandHandler(_ -> products);
    }

    @Override
    public String target(Object command) {
        if (command instanceof CatalogCommand c) {
            return c.sku();
        }
        throw new IllegalArgumentException("not a command of catalog: " + command);
    }

    @Override
    public @Nullable String operationId(Payload payload) {
        return payload instanceof CatalogCommand.PutProduct put ? put.operationId() : null;
    }

    @Override
    public List<TurnTable> tables(Cache aggregates) {
        return List.of(products);
    }
}
