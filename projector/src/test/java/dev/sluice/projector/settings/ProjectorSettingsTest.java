package dev.sluice.projector.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ProjectorSettingsTest {

    @Test
    void nothingNeedsToBeSet() {
        ProjectorSettings settings = new Binder().bindOrCreate("sluice", ProjectorSettings.class);

        assertThat(settings.kafka().bootstrap()).isEqualTo("127.0.0.1:29092");
        assertThat(settings.redis().url()).isEqualTo(URI.create("redis://127.0.0.1:26379"));
        assertThat(settings.redis().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.elasticsearch().url()).isEqualTo(URI.create("http://127.0.0.1:29200"));
        assertThat(settings.elasticsearch().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.projector().port()).isEqualTo(8083);
        assertThat(settings.stateDirectory()).isEqualTo(Path.of(".sluice", "streams"));
        assertThat(settings.projector().streams())
                .isEqualTo(new ProjectorSettings.Streams(
                        Duration.ofMillis(500),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(15),
                        DataSize.ofMegabytes(24),
                        DataSize.ofMegabytes(96)));
        assertThat(settings.projector().sinks())
                .isEqualTo(new ProjectorSettings.Sinks(
                        500, DataSize.ofMegabytes(4), Duration.ofMillis(100), Duration.ofSeconds(1)));
    }

    @Test
    void stateMayLieElsewhere() {
        Map<String, String> told = Map.of("sluice.home", "/srv/sluice", "sluice.projector.state", "/fast/disk");
        ProjectorSettings settings =
                new Binder(new MapConfigurationPropertySource(told)).bindOrCreate("sluice", ProjectorSettings.class);

        assertThat(settings.stateDirectory()).isEqualTo(Path.of("/fast/disk"));
    }
}
