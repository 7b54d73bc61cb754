package dev.sluice.command.store;

import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Registers aggregates the way turns need them: known by id alone, kept at hand, and unlocked, as one thread owns them. */
public final class Aggregates {

    private Aggregates() {}

    public static <A> void register(
            Configurer axon, Cache cache, Class<A> type, Function<String, A> blank, Function<Object, String> target) {
        axon.configureAggregate(AggregateConfigurer.defaultConfiguration(type)
                .configureCache(_ -> cache)
                .configureLockFactory(_ -> NullLockFactory.INSTANCE)
                .configureCommandTargetResolver(_ -> command -> identify(command, target))
                .configureCreationPolicyAggregateFactory(_ -> id -> blank.apply(String.valueOf(id)))
                .configureAggregateFactory(_ -> new Blank<>(type, blank)));
    }

    private static VersionedAggregateIdentifier identify(CommandMessage<?> command, Function<Object, String> target) {
        return new VersionedAggregateIdentifier((Object) target.apply(command.getPayload()), null);
    }

    /** A blank aggregate, to be filled by its events. */
    private record Blank<A>(Class<A> type, Function<String, A> blank) implements AggregateFactory<A> {
        @Override
        public A createAggregateRoot(String id, DomainEventMessage<?> firstEvent) {
            return blank.apply(id);
        }

        @Override
        public Class<A> getAggregateType() {
            return type;
        }
    }
}
