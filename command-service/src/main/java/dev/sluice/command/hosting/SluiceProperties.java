package dev.sluice.command.hosting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param contexts that this process hosts, {@code all} or a list of names */
@Validated
@ConfigurationProperties("sluice")
public record SluiceProperties(
        @DefaultValue(Contexts.ALL) Contexts contexts,
        @Valid @DefaultValue Mysql mysql,
        @Valid @DefaultValue Kafka kafka,
        @Valid @DefaultValue Command command) {

    /**
     * The server that holds the schemas of the hosted contexts, and those of contexts that have one of their own.
     *
     * @param url without a schema
     * @param urls by the names of contexts
     * @param sslMode of Connector/J; DISABLED spares the handshake on loopback
     * @param socketTimeout after which a server that does not answer counts as gone
     */
    public record Mysql(
            @Pattern(regexp = "jdbc:mysql://[^/?]+", message = "must be jdbc:mysql://host:port")
            @DefaultValue("jdbc:mysql://127.0.0.1:23306")
            String url,

            @DefaultValue
            Map<String, @Pattern(regexp = "jdbc:mysql://[^/?]+", message = "must be jdbc:mysql://host:port") String>
                    urls,

            @DefaultValue("sluice") String password,
            @NotBlank @DefaultValue("DISABLED") String sslMode,

            @DurationMin(millis = 100) @DurationMax(seconds = 30) @DefaultValue("2s")
            Duration connectTimeout,

            @DurationMin(seconds = 1) @DurationMax(seconds = 60) @DefaultValue("6s")
            Duration socketTimeout) {

        public Mysql {
            urls.keySet().forEach(name -> ContextName.of(name, "SLUICE_MYSQL_URLS"));
        }

        String urlOf(String context) {
            return urls.getOrDefault(context, url);
        }
    }

    public record Kafka(
            @NotBlank @DefaultValue("127.0.0.1:29092") String bootstrap) {}

    /**
     * @param port of health
     * @param maxMessages of one turn
     * @param commitsPerSecond the most that MySQL is asked for by all contexts of this process together, so that it has room
     *     for others in need; what comes faster waits in Kafka. 0 for as many as it takes
     * @param linger how long after a turn a small catch waits for more
     * @param patience how long the branches of an order have to answer
     * @param cacheWeight of each context's aggregates, in entries of some hundred bytes
     * @param keepOutbox how long rows stay to be looked at
     * @param keepOperations how long an operation is known; longer than the topics keep its command
     */
    public record Command(
            @Min(0) @Max(65535) @DefaultValue("8082") int port,
            @Min(30) @Max(10_000) @DefaultValue("1500") int maxMessages,
            @Min(0) @Max(10_000) @DefaultValue("0") int commitsPerSecond,
            @DurationMax(seconds = 1) @DefaultValue("10ms") Duration linger,

            @DurationMin(seconds = 1) @DurationMax(hours = 1) @DefaultValue("30s")
            Duration patience,

            @Min(1000) @Max(100_000_000) @DefaultValue("600000")
            long cacheWeight,

            @DurationMin(minutes = 1) @DurationMax(days = 30) @DefaultValue("1h")
            Duration keepOutbox,

            @DurationMin(days = 14) @DurationMax(days = 365) @DefaultValue("15d")
            Duration keepOperations) {}
}
