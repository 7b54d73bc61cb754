package dev.sluice.local;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.Lock;
import dev.sluice.local.launch.Instance;
import dev.sluice.local.launch.Progress;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The launcher process itself: {@code up} starts it, and whoever ends it ends all. */
@Command(name = "run", hidden = true)
final class RunCommand implements Callable<Integer> {

    @Option(names = "--servers-only")
    private boolean serversOnly;

    @Override
    public Integer call() throws Exception {
        Home home = Main.home();
        Optional<Lock> lock = Lock.take(home);
        if (lock.isEmpty()) {
            throw new IllegalStateException("another launcher has the home " + home.directory());
        }
        Instance instance = new Instance(home, System.getenv());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(instance), "stop"));
        instance.up(new Progress(System.out), serversOnly);
        new CountDownLatch(1).await();
        return 0;
    }

    private static void stop(Instance instance) {
        try {
            instance.down();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
