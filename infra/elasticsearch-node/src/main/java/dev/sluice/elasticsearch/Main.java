package dev.sluice.elasticsearch;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/** Runs one node until SIGTERM; the only argument is its home with {@code config/}, {@code modules/} and {@code data/}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        try {
            run(Path.of(args[0]).toAbsolutePath());
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            // Non-daemon threads of a half-built node would keep the process alive.
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(Path home) throws Exception {
        Environment environment = configured(home);
        PluginsLoader plugins = PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
                PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
                Map.of());
        Node node = new Node(environment, plugins);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
        node.start();
        // All of the node's threads are daemons: without this one the process would end here.
        new CountDownLatch(1).await();
    }

    /** Logging comes first: a setting that is read before it fails with a NullPointerException instead of its name. */
    private static Environment configured(Path home) throws Exception {
        LogConfigurator.registerErrorListener();
        LogConfigurator.configureESLogging();
        Environment environment = InternalSettingsPreparer.prepareEnvironment(
                Settings.builder().put("path.home", home.toString()).build(),
                Map.of(),
                home.resolve("config"),
                () -> "sluice");
        LogConfigurator.setNodeName(Node.NODE_NAME_SETTING.get(environment.settings()));
        LogConfigurator.configure(environment, true);
        return environment;
    }

    private static void close(Node node) {
        try {
            node.prepareForClose();
            node.close();
            node.awaitClose(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            System.err.println("closing the node failed: " + e);
        }
    }
}
