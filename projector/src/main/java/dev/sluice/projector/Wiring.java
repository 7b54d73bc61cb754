package dev.sluice.projector;

import static java.util.stream.Collectors.toMap;

import dev.sluice.projector.elasticsearch.ElasticsearchLink;
import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.log.View;
import dev.sluice.projector.management.Health;
import dev.sluice.projector.management.ManagementServer;
import dev.sluice.projector.redis.RedisEpoch;
import dev.sluice.projector.rejects.RejectSender;
import dev.sluice.projector.rejects.Rejects;
import dev.sluice.projector.run.ProjectionRunner;
import dev.sluice.projector.run.StateDirectory;
import dev.sluice.projector.run.StreamsProperties;
import dev.sluice.projector.settings.ProjectorSettings;
import dev.sluice.projector.sink.Sink;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service is made of. Nothing here talks to a server: that begins with {@link Projector#start}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectorSettings.class)
class Wiring {
    private static final List<View> VIEWS =
            Stream.of(Projection.values()).map(View::live).toList();

    @Bean
    StateDirectory stateDirectory(ProjectorSettings settings) {
        return new StateDirectory(settings.stateDirectory());
    }

    @Bean
    Clients clients(ProjectorSettings settings, StateDirectory state) {
        return new Clients(settings, state);
    }

    @Bean(destroyMethod = "close")
    Admin admin(Clients clients) {
        return clients.admin();
    }

    @Bean
    LogEnds logEnds(Admin admin) {
        return new LogEnds(admin);
    }

    @Bean
    Rejects rejects() {
        return new Rejects(Topics.REJECTS);
    }

    @Bean
    RejectSender rejectSender(Rejects rejects, Clients clients) {
        return new RejectSender(rejects, clients::producer);
    }

    @Bean(destroyMethod = "shutdown")
    ClientResources redisResources() {
        return ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .build();
    }

    @Bean(destroyMethod = "shutdown")
    RedisClient redisClient(ClientResources resources) {
        RedisClient client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(Duration.ofSeconds(2))
                        .build())
                .build());
        return client;
    }

    @Bean
    ElasticsearchLink elasticsearchLink(ProjectorSettings settings) {
        return new ElasticsearchLink(settings.elasticsearch());
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService scheduler() {
        return Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("scheduler-", 0).factory());
    }

    @Bean
    SinkFactory sinkFactory(
            ProjectorSettings settings,
            Clients clients,
            LogEnds logEnds,
            RejectSender rejects,
            RedisClient redis,
            ElasticsearchLink elasticsearch) {
        return new SinkFactory(settings, clients, logEnds, rejects, redis, elasticsearch);
    }

    @Bean
    Projector projector(
            ProjectorSettings settings,
            StateDirectory state,
            Rejects rejects,
            LogEnds logEnds,
            SinkFactory sinkFactory,
            ScheduledExecutorService scheduler) {
        StreamsProperties properties = new StreamsProperties(settings, state, rejects);
        Map<ProjectionRunner, Set<String>> runners = new LinkedHashMap<>();
        for (View view : VIEWS) {
            var topology = Topologies.of(view);
            runners.put(
                    new ProjectionRunner(view, topology, () -> properties.of(view), scheduler),
                    Topologies.sources(topology.get()));
        }
        List<Sink> sinks =
                VIEWS.stream().flatMap(view -> sinkFactory.of(view).stream()).toList();
        Health health = new Health(runners, sinks, logEnds, rejects);
        return new Projector(
                state,
                List.copyOf(runners.keySet()),
                sinks,
                epoch(runners, sinkFactory, logEnds),
                new ManagementServer(health, settings.projector().port()),
                scheduler);
    }

    private static RedisEpoch epoch(
            Map<ProjectionRunner, Set<String>> runners, SinkFactory sinkFactory, LogEnds logEnds) {
        Map<View, Set<String>> views = runners.entrySet().stream()
                .filter(entry -> SinkFactory.goesIntoRedis(entry.getKey().view().projection()))
                .collect(toMap(entry -> entry.getKey().view(), Map.Entry::getValue));
        return new RedisEpoch(Projection.REDIS_EPOCH, sinkFactory.redis(), logEnds, views);
    }
}
