package dev.sluice.query.freshness;

import dev.sluice.control.Control;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FreshnessConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    Control control(KafkaSettings settings) {
        return new Control(settings.bootstrap());
    }

    @Bean
    LagHeader lagHeader(Control control) {
        return new LagHeader(control.lags());
    }
}
