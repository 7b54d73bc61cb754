package dev.sluice.edge.http;

import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/** The way back from other threads. */
public final class OnLoop {

    private OnLoop() {}

    /** The same outcome, but everything that depends on it runs on the loop. Call it on the loop. */
    public static <T> CompletableFuture<T> resume(CompletableFuture<T> elsewhere, EventLoop loop) {
        if (elsewhere.isDone()) {
            return elsewhere;
        }
        CompletableFuture<T> here = new CompletableFuture<>();
        var _ = elsewhere.whenComplete((value, failure) -> run(loop, () -> settle(here, value, failure)));
        return here;
    }

    public static void run(EventLoop loop, Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }

    private static <T> void settle(CompletableFuture<T> future, T value, Throwable failure) {
        if (failure == null) {
            future.complete(value);
        } else {
            future.completeExceptionally(failure);
        }
    }
}
