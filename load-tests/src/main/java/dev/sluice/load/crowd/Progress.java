package dev.sluice.load.crowd;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a long task is: a bar on a terminal, a line every few seconds in a log. Safe for many threads. */
public interface Progress extends AutoCloseable {

    /** @param note what else to show, the outcomes so far */
    void step(String note);

    /** For a task that knows itself how far it is, of a total that may grow. */
    void to(long done, long total, String note);

    @Override
    void close();

    static Progress of(String task, long total, PrintStream out) {
        return onTerminal() ? new Bar(task, total) : new Lines(task, total, out);
    }

    @SuppressWarnings("SystemConsoleNull") // the javadoc still allows null, where there is no JLine
    private static boolean onTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    /** Drawn by the library, several times a second. */
    final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(String task, long total) {
            this.bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .showSpeed()
                    .build();
        }

        @Override
        public void step(String note) {
            bar.step();
            bar.setExtraMessage(note);
        }

        @Override
        public void to(long done, long total, String note) {
            bar.maxHint(total);
            bar.stepTo(done);
            bar.setExtraMessage(note);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** For output that is no terminal. */
    final class Lines implements Progress {
        private static final Duration EVERY = Duration.ofSeconds(5);

        private final String task;
        private volatile long total;
        private final PrintStream out;
        private final long start = System.nanoTime();
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong shown = new AtomicLong(start);

        Lines(String task, long total, PrintStream out) {
            this.task = task;
            this.total = total;
            this.out = out;
        }

        @Override
        public void step(String note) {
            show(done.incrementAndGet(), note);
        }

        @Override
        public void to(long count, long all, String note) {
            total = all;
            done.set(count);
            show(count, note);
        }

        private void show(long count, String note) {
            long last = shown.get();
            long now = System.nanoTime();
            if (now - last > EVERY.toNanos() && shown.compareAndSet(last, now)) {
                print(count, now, note);
            }
        }

        @Override
        public void close() {
            print(done.get(), System.nanoTime(), "");
        }

        private void print(long count, long now, String note) {
            double seconds = (now - start) / 1e9;
            out.printf("%s %d/%d in %.1f s (%.0f/s) %s%n", task, count, total, seconds, count / seconds, note);
        }
    }
}
