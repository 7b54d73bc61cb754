package dev.sluice.projector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.projector.log.View;
import dev.sluice.schemas.view.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a topology is made of names its stores and topics: to change that is a new generation, never an accident. */
class TopologiesTest {

    @ParameterizedTest
    @EnumSource(Projection.class)
    void theTopologyIsAsItWasAgreed(Projection projection) throws IOException {
        String described =
                Topologies.of(View.first(projection)).get().describe().toString();
        Path actual = Files.createDirectories(Path.of("target", "topologies")).resolve(projection.id() + ".txt");
        Files.writeString(actual, described);

        assertThat(actual).hasSameTextualContentAs(Path.of("src/test/resources/topologies", projection.id() + ".txt"));
    }

    @ParameterizedTest
    @EnumSource(Projection.class)
    void noStoreOrTopicIsNamedByItsNumber(Projection projection) {
        String described =
                Topologies.of(View.first(projection)).get().describe().toString();

        assertThat(described.lines().filter(line -> line.contains("stores: [") || line.contains("opic: ")))
                .noneMatch(line -> line.matches(".*(stores: \\[[^\\]]*|opics?: \\S*)\\d{10}.*"));
    }
}
