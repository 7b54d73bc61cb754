package dev.sluice.projector;

import static java.util.stream.Collectors.toMap;

import dev.sluice.control.Control;
import dev.sluice.projector.elasticsearch.ElasticsearchLink;
import dev.sluice.projector.freshness.Freshness;
import dev.sluice.projector.freshness.LagTopic;
import dev.sluice.projector.generation.ControlLog;
import dev.sluice.projector.lag.LagWatch;
import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.log.View;
import dev.sluice.projector.management.Health;
import dev.sluice.projector.management.Inspections;
import dev.sluice.projector.management.ManagementServer;
import dev.sluice.projector.management.RebuildCalls;
import dev.sluice.projector.pipeline.Pipeline;
import dev.sluice.projector.pipeline.Pipelines;
import dev.sluice.projector.rebuild.Builds;
import dev.sluice.projector.rebuild.Keeper;
import dev.sluice.projector.rebuild.Rebuilds;
import dev.sluice.projector.rebuild.Removal;
import dev.sluice.projector.redis.RedisEpoch;
import dev.sluice.projector.redis.RedisMirror;
import dev.sluice.projector.rejects.RejectSender;
import dev.sluice.projector.rejects.Rejects;
import dev.sluice.projector.run.Pace;
import dev.sluice.projector.run.ProjectionRunner;
import dev.sluice.projector.run.StateDirectory;
import dev.sluice.projector.run.StreamsProperties;
import dev.sluice.projector.settings.ProjectorSettings;
import dev.sluice.projector.verify.Verification;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.ClientResources;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service is made of. Nothing here talks to a server: that begins with {@link Projector#start}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectorSettings.class)
class Wiring {
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

    @Bean
    LagTopic lagTopic(Clients clients) {
        return new LagTopic(clients::impatientProducer);
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
        // One for each that looks all the time, and one for what fails meanwhile.
        return Executors.newScheduledThreadPool(
                4, Thread.ofPlatform().name("scheduler-", 0).factory());
    }

    @Bean
    Control control(ProjectorSettings settings) {
        return new Control(settings.kafka().bootstrap());
    }

    @Bean
    SinkFactory sinkFactory(
            ProjectorSettings settings,
            Clients clients,
            LogEnds logEnds,
            RejectSender rejects,
            Control control,
            RedisClient redis,
            ElasticsearchLink elasticsearch) {
        return new SinkFactory(settings, clients, logEnds, rejects, control.generations(), redis, elasticsearch);
    }

    /** Closed by {@link Projector#stop}. */
    @Bean(destroyMethod = "")
    Pipelines pipelines(
            ProjectorSettings settings,
            StateDirectory state,
            Rejects rejects,
            SinkFactory sinkFactory,
            ScheduledExecutorService scheduler) {
        StreamsProperties properties = new StreamsProperties(settings, state, rejects);
        return new Pipelines(view -> {
            Supplier<Topology> topology = Topologies.of(view);
            Pace pace = new Pace();
            return new Pipeline(
                    new ProjectionRunner(view, topology, gait -> properties.of(view, pace, gait), scheduler),
                    sinkFactory.of(view),
                    Topologies.sources(topology.get()),
                    pace);
        });
    }

    @Bean
    Freshness freshness(
            ProjectorSettings settings,
            StateDirectory state,
            LogEnds logEnds,
            Pipelines pipelines,
            SinkFactory sinkFactory,
            LagTopic readers) {
        return new Freshness(
                new LagWatch(logEnds, pipelines::groups, System::nanoTime),
                pipelines::sinks,
                state::instance,
                sinkFactory::isLive,
                readers,
                settings.projector().alarmAfter());
    }

    @Bean
    Builds builds(Freshness freshness, SinkFactory sinkFactory) {
        return new Builds(freshness, sinkFactory::contents, new Verification(Clock.systemUTC()));
    }

    @Bean
    ControlLog controlLog(Clients clients) {
        return new ControlLog(clients::transactional, clients::reader);
    }

    @Bean
    Keeper keeper(
            ProjectorSettings settings,
            StateDirectory state,
            Control control,
            Pipelines pipelines,
            LogEnds logEnds,
            Admin admin,
            Freshness freshness,
            Builds builds,
            SinkFactory sinkFactory,
            ControlLog controlLog) {
        return new Keeper(
                control.generations(),
                pipelines,
                logEnds,
                freshness,
                builds,
                new Removal(admin, sinkFactory::contents),
                controlLog,
                state,
                new RedisMirror(sinkFactory.redis())::show,
                Clock.systemUTC(),
                settings.projector().keepPrevious());
    }

    @Bean(destroyMethod = "close")
    ManagementServer managementServer(
            ProjectorSettings settings,
            Control control,
            Pipelines pipelines,
            Builds builds,
            LogEnds logEnds,
            Freshness freshness,
            Rejects rejects,
            SinkFactory sinkFactory,
            ControlLog controlLog) {
        Rebuilds rebuilds = new Rebuilds(control.generations(), controlLog, builds, Clock.systemUTC());
        return new ManagementServer(
                new Health(control.generations(), pipelines, builds, logEnds, freshness, rejects),
                new RebuildCalls(rebuilds),
                new Inspections(control.generations(), sinkFactory::contents),
                settings.projector().port());
    }

    @Bean
    Projector projector(
            StateDirectory state,
            Control control,
            Pipelines pipelines,
            Keeper keeper,
            LogEnds logEnds,
            SinkFactory sinkFactory,
            Freshness freshness,
            ManagementServer management,
            ScheduledExecutorService scheduler) {
        RedisEpoch epoch = new RedisEpoch(
                Projection.REDIS_EPOCH, sinkFactory.redis(), logEnds, () -> inRedis(pipelines, sinkFactory));
        return new Projector(state, control, pipelines, keeper, epoch, freshness, management, scheduler);
    }

    /** The live views that Redis must hold, and the topics that they are made of; none until all of them run. */
    private static Map<View, Set<String>> inRedis(Pipelines pipelines, SinkFactory sinkFactory) {
        Map<View, Set<String>> views = pipelines.all().stream()
                .filter(pipeline -> sinkFactory.isLive(pipeline.view()))
                .filter(pipeline -> SinkFactory.goesIntoRedis(pipeline.view().projection()))
                .collect(toMap(Pipeline::view, Pipeline::sources));
        long all = Stream.of(Projection.values())
                .filter(SinkFactory::goesIntoRedis)
                .count();
        return views.size() == all ? views : Map.of();
    }
}
