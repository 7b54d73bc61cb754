package dev.sluice.baseline;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
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
import org.axonframework.modelling.saga.repository.CachingSagaStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jpa.JpaSagaStore;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the documentation's chapters on tuning and on saga infrastructure add to the starter: caches and snapshots. */
@Configuration(proxyBeanMethods = false)
class AxonSetUp {
    private static final int SNAPSHOT_EVERY = 50;

    /** Sagas and snapshots are written field by field. */
    @Bean
    JsonMapperBuilderCustomizer fields() {
        return builder -> builder.changeDefaultVisibility(v -> v.withFieldVisibility(Visibility.ANY)
                .withGetterVisibility(Visibility.NONE)
                .withIsGetterVisibility(Visibility.NONE));
    }

    @Bean
    Cache aggregates() {
        return cache("aggregates");
    }

    @Bean
    SnapshotTriggerDefinition snapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, SNAPSHOT_EVERY);
    }

    @Bean
    SagaStore<Object> sagaStore(Serializer serializer, EntityManagerProvider entityManager) {
        JpaSagaStore store = JpaSagaStore.builder()
                .entityManagerProvider(entityManager)
                .serializer(serializer)
                .build();
        return CachingSagaStore.builder()
                .delegateSagaStore(store)
                .sagaCache(cache("sagas"))
                .associationsCache(cache("associations"))
                .build();
    }

    /** A failed command fails its event, which is then tried again: no order is left behind. */
    @Bean
    ConfigurerModule errors() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance());
    }

    private static Cache cache(String name) {
        return new JCacheAdapter(Caching.getCachingProvider()
                .getCacheManager()
                .createCache(name, new MutableConfiguration<>().setStoreByValue(false)));
    }
}
