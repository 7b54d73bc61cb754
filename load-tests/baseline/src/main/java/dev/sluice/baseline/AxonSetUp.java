package dev.sluice.baseline;

import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.JCacheAdapter;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jpa.JpaSagaStore;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the documentation's chapters on tuning and on saga infrastructure add to the starter: a cache for aggregates, and snapshots. */
@Configuration(proxyBeanMethods = false)
class AxonSetUp {
    private static final int SNAPSHOT_EVERY = 50;

    @Bean
    Cache aggregates() {
        return new JCacheAdapter(Caching.getCachingProvider()
                .getCacheManager()
                .createCache("aggregates", new MutableConfiguration<>().setStoreByValue(false)));
    }

    @Bean
    SnapshotTriggerDefinition snapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, SNAPSHOT_EVERY);
    }

    @Bean
    SagaStore<Object> sagaStore(Serializer serializer, EntityManagerProvider entityManager) {
        return JpaSagaStore.builder()
                .entityManagerProvider(entityManager)
                .serializer(serializer)
                .build();
    }

    /** A failed command fails its event, which is then tried again: no order is left behind. */
    @Bean
    ConfigurerModule errors() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance());
    }
}
