package dev.sluice.edge.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is for operators only: an address of its own for {@code /metrics} and health, and the access log.
 *
 * @param port 0 for any free one
 */
@ConfigurationProperties("sluice.edge.management")
public record ManagementSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("8084") int port,
        @DefaultValue AccessLog accessLog) {
    public ManagementSettings {
        Bounds.within("sluice.edge.management.port", port, 0, 65_535);
    }

    /**
     * @param file by default {@code logs/edge-access.log} in the home folder
     * @param largest after which a file is put aside
     * @param aside how many of those are kept
     * @param room lines that may wait for the disk; a line more is dropped
     */
    public record AccessLog(
            @DefaultValue("true") boolean enabled,
            @Nullable Path file,
            @DefaultValue("64MB") DataSize largest,
            @DefaultValue("3") int aside,
            @DefaultValue("16384") int room) {
        public AccessLog {
            Bounds.within("sluice.edge.management.access-log.largest", largest.toBytes(), 4096, 1L << 32);
            Bounds.within("sluice.edge.management.access-log.aside", aside, 1, 1_000);
            Bounds.within("sluice.edge.management.access-log.room", room, 1, 1_000_000);
        }

        public Path file(Path home) {
            return file == null ? home.resolve("logs").resolve("edge-access.log") : file;
        }
    }
}
