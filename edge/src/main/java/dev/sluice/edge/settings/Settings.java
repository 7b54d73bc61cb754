package dev.sluice.edge.settings;

import dev.sluice.edge.redis.RedisAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the edge's neighbours are. The environment variables that every service shares name these, such as
 * {@code SLUICE_KAFKA_BOOTSTRAP}.
 *
 * @param home of this installation's files
 */
@ConfigurationProperties("sluice")
public record Settings(
        @DefaultValue(".sluice") Path home,
        @DefaultValue Kafka kafka,
        @DefaultValue Redis redis,
        @DefaultValue Issuer issuer,
        @DefaultValue Query query,
        @DefaultValue Projector projector) {

    /**
     * @param linger how long a command waits for company on its way to the broker
     * @param deliveryTime after which an unacknowledged command is given up
     */
    public record Kafka(
            @DefaultValue("127.0.0.1:29092") String bootstrap,
            @DefaultValue("1ms") Duration linger,
            @DefaultValue("6s") Duration deliveryTime) {
        public Kafka {
            Bounds.within("sluice.kafka.linger", linger, Duration.ZERO, Duration.ofMillis(100));
            Bounds.within("sluice.kafka.delivery-time", deliveryTime, Duration.ofSeconds(1), Duration.ofSeconds(20));
        }
    }

    /** @param patience for a reply; Redis is late when it takes milliseconds */
    public record Redis(
            @DefaultValue("redis://127.0.0.1:26379") String url,
            @DefaultValue("1s") Duration patience) {
        public Redis {
            RedisAddress.parse(url);
            Bounds.within("sluice.redis.patience", patience, Duration.ofMillis(10), Duration.ofSeconds(5));
        }

        public RedisAddress address() {
            return RedisAddress.parse(url);
        }
    }

    /** @param url exactly as the issuer calls itself in its tokens */
    public record Issuer(
            @DefaultValue("http://127.0.0.1:9000") String url,
            @DefaultValue("2s") Duration patience) {
        public Issuer {
            Bounds.within("sluice.issuer.patience", patience, Duration.ofMillis(100), Duration.ofSeconds(10));
        }
    }

    /**
     * @param url of each instance, with commas between them
     * @param atATime more searches than these are refused, so that they cannot take all of the edge
     */
    public record Query(
            @DefaultValue("http://127.0.0.1:8081") List<URI> url,
            @DefaultValue("8s") Duration patience,
            @DefaultValue("64") int atATime,
            @DefaultValue("4") int exportsAtATime) {
        public Query {
            url = List.copyOf(url);
            if (url.isEmpty()) {
                throw new IllegalArgumentException("sluice.query.url must name an instance of query-service");
            }
            Bounds.within("sluice.query.patience", patience, Duration.ofMillis(100), Duration.ofSeconds(60));
            Bounds.within("sluice.query.at-a-time", atATime, 1, 10_000);
            Bounds.within("sluice.query.exports-at-a-time", exportsAtATime, 1, 1_000);
        }
    }

    public record Projector(
            @DefaultValue("http://127.0.0.1:8083") URI url,
            @DefaultValue("8s") Duration patience) {
        public Projector {
            Bounds.within("sluice.projector.patience", patience, Duration.ofMillis(100), Duration.ofSeconds(60));
        }
    }
}
