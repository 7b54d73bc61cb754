package dev.sluice.local.elasticsearch;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Slot;
import dev.sluice.local.home.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directories that the node wants to find: everything on the module path except its transport, which is a plugin of
 * its own in {@code modules/}, as is ours with {@code GET /}.
 */
final class Layout {

    private static final String TRANSPORT = "transport-netty4";

    private final Home home;
    private final Addresses addresses;

    Layout(Home home, Addresses addresses) {
        this.home = home;
        this.addresses = addresses;
    }

    Path directory(String name) {
        return home.data("elasticsearch").resolve(name);
    }

    Path node() throws IOException {
        return built("-SNAPSHOT.jar");
    }

    private Path built(String ending) throws IOException {
        try (Stream<Path> files = Files.list(home.target("infra/elasticsearch-node"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the Elasticsearch node is not built"));
        }
    }

    String modulePath() throws IOException {
        return jars().stream()
                .filter(jar -> !isTransport(jar))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Unique to this home, so that a stranger's node is told apart. */
    String nodeName() throws IOException {
        Path file = home.data("elasticsearch").resolve("node.name");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "sluice-" + UUID.randomUUID());
        }
        return Files.readString(file);
    }

    void write() throws IOException {
        for (String name : List.of("config", "plugins", "logs", "tmp", "data", "lib")) {
            Files.createDirectories(directory(name));
        }
        Files.writeString(directory("config").resolve("elasticsearch.yml"), settings());
        Files.writeString(directory("config").resolve("log4j2.properties"), LOGGING);
        transport();
        root();
        compression();
    }

    private void transport() throws IOException {
        Path module = module(TRANSPORT);
        for (Path jar : jars()) {
            if (isTransport(jar)) {
                Files.copy(jar, module.resolve(jar.getFileName()), REPLACE_EXISTING);
            }
            if (jar.getFileName().toString().startsWith(TRANSPORT)) {
                describe(jar, module);
            }
        }
    }

    private static void describe(Path jar, Path module) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            Path descriptor = content.getPath("META-INF/es-plugins/" + TRANSPORT + "/plugin-descriptor.properties");
            Files.copy(descriptor, module.resolve("plugin-descriptor.properties"), REPLACE_EXISTING);
        }
    }

    private void root() throws IOException {
        Path module = module("sluice-root");
        Files.copy(built("-root-plugin.jar"), module.resolve("sluice-root.jar"), REPLACE_EXISTING);
        Files.writeString(module.resolve("plugin-descriptor.properties"), """
                name=sluice-root
                description=GET /
                version=1
                elasticsearch.version=%s
                java.version=25
                classname=dev.sluice.elasticsearch.RootPlugin
                """.formatted(version()));
    }

    /** Without it only indices of the codec best_compression fail. */
    private void compression() throws IOException {
        for (String directory : List.of("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/usr/lib64")) {
            Path library = Path.of(directory, "libzstd.so.1");
            if (Files.exists(library)) {
                Files.copy(library, directory("lib").resolve("libzstd.so"), REPLACE_EXISTING);
                return;
            }
        }
    }

    private Path module(String name) throws IOException {
        return Files.createDirectories(directory("modules").resolve(name));
    }

    private String version() throws IOException {
        return jars().stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.startsWith(TRANSPORT))
                .map(name -> name.substring(TRANSPORT.length() + 1, name.length() - ".jar".length()))
                .findFirst()
                .orElseThrow(() -> new IOException("the Elasticsearch artefacts are incomplete"));
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> files =
                Files.list(home.target("infra/runtime/elasticsearch").resolve("lib"))) {
            return files.sorted().toList();
        }
    }

    private static boolean isTransport(Path jar) {
        String name = jar.getFileName().toString();
        return name.startsWith("netty-") || name.startsWith(TRANSPORT);
    }

    private String settings() throws IOException {
        return """
                cluster.name: sluice
                node.name: %s
                network.host: 127.0.0.1
                http.port: %d
                transport.port: %d
                discovery.type: single-node
                cluster.routing.allocation.disk.threshold_enabled: false
                action.auto_create_index: true
                """.formatted(
                        nodeName(), addresses.port(Slot.ELASTICSEARCH), addresses.port(Slot.ELASTICSEARCH_TRANSPORT));
    }

    private static final String LOGGING = """
            status=error
            appender.console.type=Console
            appender.console.name=console
            appender.console.layout.type=PatternLayout
            appender.console.layout.pattern=%d{ISO8601} %-5p %m (%c{1})%n
            rootLogger.level=warn
            rootLogger.appenderRef.console.ref=console
            logger.node.name=org.elasticsearch.node.Node
            logger.node.level=info
            """;
}
