package dev.sluice.local.command;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.Lock;
import dev.sluice.local.launch.Instance;
import dev.sluice.local.launch.Options;
import dev.sluice.local.launch.Options.Extent;
import dev.sluice.local.plan.Progress;
import dev.sluice.local.supervision.StartFailed;
import dev.sluice.local.terminal.PostMortem;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The launcher process itself: {@code up} starts it, and whoever ends it ends all. */
@Command(name = "run", hidden = true)
public final class RunCommand implements Callable<Integer> {

    @Option(names = "--servers-only")
    private boolean serversOnly;

    @Option(names = "--contexts-apart")
    private boolean apart;

    @Option(names = "--write-side")
    private boolean writeSide;

    @Option(names = "--no-demo")
    private boolean noDemo;

    @Option(names = "--no-caches")
    private boolean noCaches;

    @Override
    public Integer call() throws Exception {
        Home home = Home.here();
        Optional<Lock> lock = Lock.take(home);
        if (lock.isEmpty()) {
            throw new IllegalStateException("another launcher has the home " + home.directory());
        }
        Instance instance = new Instance(home, System.getenv());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(instance), "stop"));
        try {
            instance.up(new Progress(System.out), new Options(extent(), apart, !noDemo, !noCaches));
        } catch (StartFailed e) {
            System.out.println("sluice: " + PostMortem.of(e, home));
            return 1;
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private Extent extent() {
        return serversOnly ? Extent.SERVERS : writeSide ? Extent.WRITE_SIDE : Extent.ALL;
    }

    private static void stop(Instance instance) {
        try {
            instance.down();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
