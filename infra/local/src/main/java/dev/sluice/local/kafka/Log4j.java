package dev.sluice.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The logging of the broker and of Connect: to standard output, warnings of others, news of their own. */
public final class Log4j {

    private static final String CONFIGURATION = """
            status=WARN
            appender.out.type=Console
            appender.out.name=out
            appender.out.layout.type=PatternLayout
            appender.out.layout.pattern=%d{ISO8601} %-5p %m (%c{1})%n
            rootLogger.level=WARN
            rootLogger.appenderRef.out.ref=out
            logger.server.name=kafka.server.KafkaRaftServer
            logger.server.level=INFO
            logger.connect.name=org.apache.kafka.connect.runtime.Worker
            logger.connect.level=INFO
            logger.debezium.name=io.debezium.connector.common.BaseSourceTask
            logger.debezium.level=INFO
            """;

    private Log4j() {}

    /** The file to name as {@code log4j2.configurationFile}. */
    public static Path write(Path directory) throws IOException {
        Path file = directory.resolve("log4j2.properties");
        Files.writeString(file, CONFIGURATION);
        return file;
    }
}
