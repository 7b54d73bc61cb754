package dev.sluice.projector.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the projector can be told.
 *
 * @param home where a running instance keeps its data
 */
@Validated
@ConfigurationProperties("sluice")
public record ProjectorSettings(
        @DefaultValue(".sluice") Path home,
        @DefaultValue @Valid Kafka kafka,
        @DefaultValue @Valid Redis redis,
        @DefaultValue @Valid Elasticsearch elasticsearch,
        @DefaultValue @Valid Projector projector) {

    /** Where Kafka Streams keeps its stores: of its own, for each process another. */
    public Path stateDirectory() {
        Path chosen = projector.state();
        return chosen == null ? home.resolve("streams") : chosen;
    }

    public record Kafka(
            @DefaultValue("127.0.0.1:29092") @NotBlank String bootstrap) {}

    /** @param timeout after which a silent server counts as gone */
    public record Redis(
            @DefaultValue("redis://127.0.0.1:26379") URI url,

            @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
            Duration timeout) {}

    /** @param timeout after which a silent server counts as gone; a bulk of documents must fit in it */
    public record Elasticsearch(
            @DefaultValue("http://127.0.0.1:29200") URI url,

            @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(minutes = 2)
            Duration timeout) {}

    /**
     * @param port of the management endpoint
     * @param state instead of {@code streams} below {@code home}
     * @param keepPrevious how long a generation that is no longer live is kept up, to be rolled back to
     * @param alarmAfter so long without a move, what has something to read counts as standing still
     */
    public record Projector(
            @DefaultValue("8083") @Min(1) @Max(65535) int port,
            @Nullable Path state,

            @DefaultValue("10s") @DurationMin(seconds = 2) @DurationMax(hours = 1)
            Duration alarmAfter,

            @DefaultValue("1h") @DurationMin(seconds = 1) @DurationMax(days = 30)
            Duration keepPrevious,

            @DefaultValue @Valid Streams streams,
            @DefaultValue @Valid Sinks sinks) {}

    /**
     * @param commitInterval how much work at most is repeated after a crash; it delays nothing
     * @param gather how long changes of a back-office order wait for more of them
     * @param sessionTimeout after which the partitions of a process that does not come back go to another
     * @param blockCache memory of all RocksDB stores together for what they have read
     * @param writeBuffers memory of all RocksDB stores together for what they have not written yet; each store takes some 170 KB of
     *     it with nothing in it, and of stores there are two hundred while projections are rebuilt
     */
    public record Streams(
            @DefaultValue("500ms") @DurationMin(millis = 10) @DurationMax(minutes = 1)
            Duration commitInterval,

            @DefaultValue("200ms") @DurationMin(millis = 10) @DurationMax(seconds = 10)
            Duration gather,

            @DefaultValue("15s") @DurationMin(seconds = 6) @DurationMax(minutes = 5)
            Duration sessionTimeout,

            @DefaultValue("24MB") DataSize blockCache,
            @DefaultValue("96MB") DataSize writeBuffers) {}

    /**
     * @param maxDocuments written at once
     * @param maxBytes written at once, where one document alone is not larger
     * @param searchLinger how long documents for Elasticsearch wait for others: it shows them with its next refresh anyway
     * @param verifyEvery how often an idle sink looks whether its store still holds what it was given
     */
    public record Sinks(
            @DefaultValue("500") @Min(1) @Max(10_000) int maxDocuments,
            @DefaultValue("4MB") DataSize maxBytes,

            @DefaultValue("100ms") @DurationMax(seconds = 10)
            Duration searchLinger,

            @DefaultValue("1s") @DurationMin(millis = 50) @DurationMax(minutes = 1)
            Duration verifyEvery) {}
}
