package dev.sluice.edge;

import dev.sluice.edge.limits.address.Doorman;
import dev.sluice.edge.limits.load.Admission;
import dev.sluice.edge.limits.load.Crowding;
import dev.sluice.edge.limits.load.LagWatch;
import dev.sluice.edge.limits.load.Shaping;
import dev.sluice.edge.limits.quota.Quotas;
import dev.sluice.edge.limits.rate.Limits;
import dev.sluice.edge.limits.rate.RateLimit;
import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.settings.LimitSettings;
import dev.sluice.edge.settings.LoadSettings;
import dev.sluice.edge.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps the edge from being asked too much. */
@Configuration(proxyBeanMethods = false)
class Limiting {
    @Bean
    Doorman doorman(LimitSettings settings, MeterRegistry meters) {
        return new Doorman(settings, System::nanoTime, meters);
    }

    @Bean
    RateLimit rateLimit(LimitSettings settings, Redis redis, MeterRegistry meters) {
        return new RateLimit(new Limits(settings, new Quotas(settings, redis, System::nanoTime, meters)), meters);
    }

    @Bean
    LagWatch lagWatch(Settings settings, LoadSettings load, MeterRegistry meters) {
        LagWatch watch = new LagWatch(settings.kafka().bootstrap(), load.lag().ignored(), System::nanoTime);
        TimeGauge.builder(
                        "sluice.edge.lag",
                        watch,
                        TimeUnit.MILLISECONDS,
                        lag -> lag.estimatedWait().toMillis())
                .description("How long a new order would wait until it is decided on")
                .register(meters);
        return watch;
    }

    @Bean
    Admission admission(LagWatch watch, LoadSettings load, MeterRegistry meters) {
        return new Admission(watch::estimatedWait, load.lag().longest(), meters);
    }

    @Bean
    Shaping shaping(LoadSettings load, MeterRegistry meters) {
        return new Shaping(load, System::nanoTime, meters);
    }

    @Bean
    Crowding crowding(LoadSettings load, MeterRegistry meters) {
        return new Crowding(load, System::nanoTime, meters);
    }
}
