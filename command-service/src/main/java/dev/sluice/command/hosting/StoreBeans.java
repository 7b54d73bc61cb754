package dev.sluice.command.hosting;

import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.command.outbox.Trimming;
import dev.sluice.command.store.AggregateCache;
import dev.sluice.command.store.EventTable;
import dev.sluice.command.turn.BoundedContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A context's database. Nothing here connects before it is used. */
@Configuration(proxyBeanMethods = false)
class StoreBeans {

    /** Batches as one statement each, no round trips for what the driver knows, and an end to every wait. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(SluiceProperties properties, Names names, BoundedContext context) {
        SluiceProperties.Mysql mysql = properties.mysql();
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setPoolName(names.schema());
        dataSource.setJdbcUrl(mysql.urlOf(context.name()) + "/" + names.schema());
        dataSource.setUsername(names.user());
        dataSource.setPassword(mysql.password());
        dataSource.setAutoCommit(false);
        dataSource.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        dataSource.setMaximumPoolSize(3);
        dataSource.setMinimumIdle(1);
        dataSource.setInitializationFailTimeout(-1);
        dataSource.setConnectionTimeout(mysql.connectTimeout().toMillis() + 500);
        dataSource.setValidationTimeout(mysql.connectTimeout().toMillis());
        driverSettings(mysql).forEach(dataSource::addDataSourceProperty);
        return dataSource;
    }

    private static Map<String, String> driverSettings(SluiceProperties.Mysql mysql) {
        return Map.of(
                "rewriteBatchedStatements", "true",
                "useLocalSessionState", "true",
                "cacheServerConfiguration", "true",
                "elideSetAutoCommits", "true",
                "maintainTimeStats", "false",
                "tcpKeepAlive", "true",
                "connectTimeout", String.valueOf(mysql.connectTimeout().toMillis()),
                "socketTimeout", String.valueOf(mysql.socketTimeout().toMillis()),
                "sslMode", mysql.sslMode(),
                "allowPublicKeyRetrieval", "true");
    }

    @Bean
    Flyway flyway(DataSource dataSource, BoundedContext context) {
        List<String> locations = new ArrayList<>(List.of("classpath:db/turn"));
        if (context.isEventSourced()) {
            locations.add("classpath:db/events");
        }
        locations.add("classpath:db/" + context.name());
        return Flyway.configure()
                .dataSource(dataSource)
                .locations(locations.toArray(String[]::new))
                .placeholders(Map.of("context", context.name()))
                .failOnMissingLocations(false)
                .load();
    }

    @Bean
    AggregateCache aggregateCache(SluiceProperties properties) {
        return new AggregateCache(properties.command().cacheWeight());
    }

    @Bean
    EventTable eventTable(AggregateCache cache, BoundedContext context) {
        return EventTable.with(cache, context.snapshots());
    }

    @Bean
    Trimming trimming(BoundedContext context, DataSource dataSource, SluiceProperties properties) {
        return new Trimming(
                context.name(),
                dataSource,
                properties.command().keepOutbox(),
                properties.command().keepOperations());
    }
}
