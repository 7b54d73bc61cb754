package dev.sluice.query;

import dev.sluice.query.search.Indices;
import dev.sluice.schemas.view.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Where there is no Kafka that says which one is live. */
final class FirstGeneration {
    @Bean
    @Primary
    Indices first() {
        return _ -> Projection.FIRST_GENERATION;
    }
}
