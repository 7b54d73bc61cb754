package dev.sluice.command.customer;

import dev.sluice.command.turn.BoundedContext;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.customer.CustomerCommand;
import dev.sluice.schemas.message.Payload;
import java.time.Clock;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configurer;
import org.jspecify.annotations.Nullable;

/** Who buys. */
public final class CustomerContext implements BoundedContext {

    private final Customers customers;

    public CustomerContext(Clock clock) {
        this.customers = new Customers(clock);
    }

    @Override
    public String name() {
        return "customer";
    }

    @Override
    public boolean isEventSourced() {
        return false;
    }

    @Override
    public void register(Configurer axon, Cache aggregates) {
        axon.registerCommandHandler(_ -> customers);
    }

    @Override
    public String target(Object command) {
        if (command instanceof CustomerCommand c) {
            return c.customerId();
        }
        throw new IllegalArgumentException("not a command of customer: " + command);
    }

    @Override
    public @Nullable String operationId(Payload payload) {
        return payload instanceof CustomerCommand.PutCustomer put ? put.operationId() : null;
    }

    @Override
    public List<TurnTable> tables(Cache aggregates) {
        return List.of(customers);
    }
}
