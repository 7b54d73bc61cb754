package dev.sluice.command.hosting;

import dev.sluice.command.health.Health;
import dev.sluice.command.inbox.Inbox;
import dev.sluice.command.inbox.Operations;
import dev.sluice.command.inbox.Sources;
import dev.sluice.command.kafka.Cluster;
import dev.sluice.command.outbox.Outbox;
import dev.sluice.command.parking.Parked;
import dev.sluice.command.road.ContextLoop;
import dev.sluice.command.road.ContextStore;
import dev.sluice.command.road.Pacer;
import dev.sluice.command.road.RoadSettings;
import dev.sluice.command.store.AggregateCache;
import dev.sluice.command.store.EventTable;
import dev.sluice.command.turn.BoundedContext;
import dev.sluice.command.turn.Dispatcher;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.command.turn.Turns;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A context's Axon configuration, its turns, and the thread that runs them. */
@Configuration(proxyBeanMethods = false)
class RoadBeans {

    /** Without Axon's service loader, whose modules would call home. */
    @Bean(destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            BoundedContext context, EventTable events, AggregateCache cache, Parked parked, Clock clock) {
        Configurer axon = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(_ -> SimpleCommandBus.builder().build())
                .configureCorrelationDataProviders(_ -> List.of())
                .configureSerializer(_ -> events.getEventSerializer())
                .configureEmbeddedEventStore(_ -> events)
                .registerComponent(Clock.class, _ -> clock);
        axon.registerCommandHandler(_ -> parked.acts());
        context.register(axon, cache);
        return axon.start();
    }

    @Bean
    Parked parked(BoundedContext context, Names names, DataSource dataSource) {
        return new Parked(context, names.topic(), dataSource);
    }

    @Bean
    Inbox inbox(BoundedContext context, Names names) {
        return new Inbox(context.name(), names.topic());
    }

    @Bean
    Turns turns(
            BoundedContext context,
            org.axonframework.config.Configuration axon,
            DataSource dataSource,
            EventTable events,
            AggregateCache cache,
            Parked parked,
            Inbox inbox,
            Clock clock) {
        List<TurnTable> tables = new ArrayList<>();
        tables.add(new Sources());
        tables.add(parked);
        tables.add(new Operations(context));
        if (context.isEventSourced()) {
            tables.add(events);
        }
        tables.addAll(context.tables(cache));
        tables.add(new Outbox());
        tables.add(inbox);
        return new Turns(context, new Dispatcher(axon.commandBus()), dataSource, tables, clock);
    }

    @Bean
    ContextStore contextStore(
            BoundedContext context, DataSource dataSource, Flyway flyway, Inbox inbox, Turns turns, Cluster cluster) {
        return new ContextStore(context, dataSource, flyway, inbox, turns, cluster);
    }

    @Bean
    Health health(BoundedContext context) {
        return new Health(context.name());
    }

    @Bean
    ContextLoop contextLoop(
            BoundedContext context,
            Names names,
            SluiceProperties properties,
            ContextStore store,
            Health health,
            Pacer pacer) {
        RoadSettings settings = new RoadSettings(
                context.name(),
                properties.kafka().bootstrap(),
                names.topic(),
                names.group(),
                properties.command().maxMessages(),
                properties.command().linger());
        return new ContextLoop(settings, store, health, pacer);
    }
}
