package dev.sluice.command.hosting;

import dev.sluice.command.catalog.CatalogContext;
import dev.sluice.command.customer.CustomerContext;
import dev.sluice.command.kafka.Cluster;
import dev.sluice.command.ordering.OrderingContext;
import dev.sluice.command.payment.PaymentContext;
import dev.sluice.command.price.RowFeed;
import dev.sluice.command.promotion.PromotionContext;
import dev.sluice.command.stock.StockContext;
import dev.sluice.command.turn.BoundedContext;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What each bounded context brings along; all else is the same for all. */
final class ContextBeans {

    private ContextBeans() {}

    @Configuration(proxyBeanMethods = false)
    static class Ordering {
        @Bean
        RowFeed rowFeed(SluiceProperties properties, Names names, Cluster cluster) {
            return new RowFeed(properties.kafka().bootstrap(), cluster, names.rows());
        }

        @Bean
        BoundedContext ordering(RowFeed feed, Clock clock, SluiceProperties properties) {
            return new OrderingContext(feed, clock, properties.command().patience());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Stock {
        @Bean
        BoundedContext stock() {
            return new StockContext();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Payment {
        @Bean
        BoundedContext payment() {
            return new PaymentContext();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Promotion {
        @Bean
        BoundedContext promotion() {
            return new PromotionContext();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Catalog {
        @Bean
        BoundedContext catalog(Clock clock) {
            return new CatalogContext(clock);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Customer {
        @Bean
        BoundedContext customer(Clock clock) {
            return new CustomerContext(clock);
        }
    }
}
