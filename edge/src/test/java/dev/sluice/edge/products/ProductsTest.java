package dev.sluice.edge.products;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.document.Document;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductsTest {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final AtomicLong now = new AtomicLong();
    private final EventLoop loop = new DefaultEventLoop();
    private final Deque<CompletableFuture<Optional<Page>>> lookups = new ArrayDeque<>();
    private final Products products = new Products(
            new Products.Source() {
                @Override
                public CompletableFuture<Optional<Page>> find(String sku, EventLoop loop) {
                    lookups.add(new CompletableFuture<>());
                    return lookups.getLast();
                }

                @Override
                public CompletableFuture<Boolean> complete(EventLoop loop) {
                    return CompletableFuture.completedFuture(true);
                }
            },
            sku -> !sku.equals("made-up"),
            FRESH,
            10,
            now::get);

    @AfterEach
    void stop() {
        var _ = loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    @Test
    void howeverManyAskItIsLookedUpOnce() {
        CompletableFuture<Finding> first = find();
        CompletableFuture<Finding> second = find();
        assertThat(lookups).hasSize(1);

        found(1);

        assertThat(version(first)).isEqualTo(1);
        assertThat(version(second)).isEqualTo(1);
    }

    @Test
    void pastItsTimeItServesWhileItIsLookedUpAnew() {
        var _ = find();
        found(1);
        pass(FRESH);

        assertThat(find()).isCompleted();
        assertThat(version(find())).isEqualTo(1);
        assertThat(lookups).as("looked up anew, once").hasSize(1);
        found(2);

        assertThat(version(find())).isEqualTo(2);
        assertThat(lookups).isEmpty();
    }

    @Test
    void whatIsTooOldIsWaitedFor() {
        var _ = find();
        found(1);
        pass(FRESH.multipliedBy(2));

        CompletableFuture<Finding> late = find();
        assertThat(late).isNotDone();
        found(2);

        assertThat(version(late)).isEqualTo(2);
    }

    @Test
    void keepsWhatTheLogSaidLater() {
        var _ = find();
        found(1);

        products.seen("a", 3, "{}".getBytes(StandardCharsets.UTF_8));
        pass(FRESH);
        var _ = find();
        found(2);

        assertThat(version(find())).isEqualTo(3);
    }

    @Test
    void nobodyIsAskedForWhatCannotExist() {
        assertThat(products.find("made-up", loop).join()).isEqualTo(new Finding.Absent());
        assertThat(lookups).isEmpty();
    }

    private CompletableFuture<Finding> find() {
        return products.find("a", loop);
    }

    private void found(long version) {
        lookups.remove().complete(Optional.of(new Page(new Document(version, "{}"), new Html())));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static long version(CompletableFuture<Finding> finding) {
        return finding.join() instanceof Finding.Fresh(Page page) ? page.version() : -1;
    }
}
