package dev.sluice.command.order;

import dev.sluice.command.store.Aggregates;
import java.util.function.Function;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configurer;

/** The order aggregate, for the context that hosts it. */
public final class Orders {

    private Orders() {}

    public static void register(Configurer axon, Cache cache, Function<Object, String> target) {
        Aggregates.register(axon, cache, Order.class, Order::new, target);
    }
}
