package dev.sluice.command.hosting;

import dev.sluice.command.kafka.Cluster;
import dev.sluice.command.road.Pacer;
import dev.sluice.control.Control;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all hosted contexts share. Boot's auto-configuration stays off: it knows of one store, and we have one a context. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SluiceProperties.class)
public class HostingConfiguration {

    @Bean
    Clock clock() {
        return Clock.tickMillis(java.time.ZoneOffset.UTC);
    }

    @Bean(destroyMethod = "close")
    Cluster cluster(SluiceProperties properties) {
        return new Cluster(properties.kafka().bootstrap());
    }

    @Bean
    Pacer pacer(SluiceProperties properties) {
        return new Pacer(properties.command().commitsPerSecond());
    }

    @Bean(initMethod = "start")
    Control control(SluiceProperties properties, Pacer pacer) {
        return new Control(properties.kafka().bootstrap(), new CommitCaps(pacer));
    }

    @Bean
    HostedContexts hostedContexts(ApplicationContext parent, SluiceProperties properties, Cluster cluster) {
        return new HostedContexts(parent, properties, cluster);
    }
}
