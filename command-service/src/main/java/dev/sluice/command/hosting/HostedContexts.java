package dev.sluice.command.hosting;

import dev.sluice.command.health.ManagementServer;
import dev.sluice.command.kafka.Cluster;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/** All contexts that this process hosts: put together at once, at work between start and stop. */
final class HostedContexts implements SmartLifecycle {

    private final List<HostedContext> contexts;
    private final ManagementServer management;
    private final ScheduledExecutorService trimmer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("trimming").daemon().factory());
    private @Nullable Future<?> trimming;

    HostedContexts(ApplicationContext parent, SluiceProperties properties, Cluster cluster) {
        contexts = properties.contexts().names().stream()
                .sorted()
                .map(context -> HostedContext.open(parent, context, Names.of(context)))
                .toList();
        management = new ManagementServer(
                contexts.stream().map(HostedContext::health).toList(),
                cluster,
                properties.command().port());
    }

    @Override
    public void start() {
        management.start();
        contexts.forEach(HostedContext::start);
        trimming = trimmer.scheduleWithFixedDelay(this::trim, 1, 1, TimeUnit.MINUTES);
    }

    private void trim() {
        contexts.forEach(context -> context.trimming().trim());
    }

    @Override
    public void stop() {
        trimmer.shutdownNow();
        trimming = null;
        contexts.forEach(HostedContext::stop);
        contexts.parallelStream().forEach(HostedContext::close);
        management.close();
    }

    @Override
    public boolean isRunning() {
        return trimming != null;
    }
}
