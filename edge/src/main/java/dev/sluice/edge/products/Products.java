package dev.sluice.edge.products;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.sluice.edge.document.Document;
import dev.sluice.edge.document.Documents;
import dev.sluice.edge.http.OnLoop;
import dev.sluice.edge.log.ViewListener;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The product views that were asked for lately. The log's tail replaces entries as products change. An entry is good for a short
 * while, a little shorter for some, so that those that came together are not looked up together; for as long again it serves while
 * it is looked up anew; and where Redis cannot be asked it serves on, marked as stale.
 */
public final class Products implements ViewListener {
    private static final Duration KEPT_UNASKED = Duration.ofHours(1);
    private static final double JITTER = 0.2;
    private static final Html RENDERER = new Html();

    private final Source source;
    private final Predicate<String> mayExist;
    private final Ticker ticker;
    private final long freshNanos;
    private final Cache<String, Slot> slots;

    public Products(Documents documents, ExistingSkus skus, Duration fresh, int most, Ticker ticker) {
        this(new StoredPages(documents, RENDERER), skus::mayExist, fresh, most, ticker);
    }

    Products(Source source, Predicate<String> mayExist, Duration fresh, int most, Ticker ticker) {
        this.source = source;
        this.mayExist = mayExist;
        this.ticker = ticker;
        this.freshNanos = fresh.toNanos();
        this.slots = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(most)
                .expireAfterAccess(KEPT_UNASKED)
                .ticker(ticker)
                .build();
    }

    /** Where pages are looked up, as {@link Documents} says it of views. */
    interface Source {
        CompletableFuture<Optional<Page>> find(String sku, EventLoop loop);

        CompletableFuture<Boolean> complete(EventLoop loop);
    }

    CompletableFuture<Finding> find(String sku, EventLoop loop) {
        if (!mayExist.test(sku)) {
            return CompletableFuture.completedFuture(new Finding.Absent());
        }
        Slot slot = slots.get(sku, _ -> new Slot());
        Slot.Content content = slot.content();
        long over = ticker.read() - content.until();
        if (content.known() && over < 0) {
            return CompletableFuture.completedFuture(fresh(content));
        }
        CompletableFuture<Finding> lookedUp = lookUp(sku, slot, content, loop);
        return content.page() != null && over < freshNanos
                ? CompletableFuture.completedFuture(fresh(content))
                : lookedUp;
    }

    /** Once however many ask. */
    private CompletableFuture<Finding> lookUp(String sku, Slot slot, Slot.Content content, EventLoop loop) {
        CompletableFuture<Finding> mine = new CompletableFuture<>();
        CompletableFuture<Finding> others = slot.join(mine);
        if (others != null) {
            return OnLoop.resume(others, loop);
        }
        var _ = load(sku, slot, content, loop).whenComplete((finding, _) -> {
            slot.loaded();
            mine.complete(finding);
        });
        return mine;
    }

    @Override
    public void seen(String sku, long version, byte @Nullable [] document) {
        Slot slot = slots.getIfPresent(sku);
        if (slot == null) {
            return;
        }
        if (document == null) {
            slot.offerAbsence(slot.content(), ticker.read(), until());
        } else {
            Document view = new Document(version, new String(document, StandardCharsets.UTF_8));
            slot.offer(new Page(view, RENDERER), ticker.read(), until());
        }
    }

    /** The page of a document that came by or was looked up elsewhere. */
    Page keep(String sku, Document document) {
        Page page = new Page(document, RENDERER);
        Slot slot = slots.get(sku, _ -> new Slot());
        slot.offer(page, ticker.read(), until());
        return page;
    }

    /** Nothing to do: entries are looked up again soon anyway. */
    @Override
    public void missed() {}

    private CompletableFuture<Finding> load(String sku, Slot slot, Slot.Content before, EventLoop loop) {
        return source.find(sku, loop)
                .thenCompose(found -> {
                    if (found.isPresent()) {
                        slot.offer(found.get(), ticker.read(), until());
                        return CompletableFuture.completedFuture(fresh(slot.content()));
                    }
                    return source.complete(loop).thenApply(complete -> absent(slot, before, complete));
                })
                .exceptionally(_ -> old(before));
    }

    private Finding absent(Slot slot, Slot.Content before, boolean complete) {
        if (!complete) {
            return old(before);
        }
        slot.offerAbsence(before, ticker.read(), until());
        return fresh(slot.content());
    }

    private Finding old(Slot.Content before) {
        Page page = before.page();
        return page == null
                ? new Finding.Unknown()
                : new Finding.Stale(
                        page, Duration.ofNanos(ticker.read() - before.since()).toSeconds());
    }

    private long until() {
        return ticker.read()
                + freshNanos
                - Math.round(freshNanos * JITTER * ThreadLocalRandom.current().nextDouble());
    }

    private static Finding fresh(Slot.Content content) {
        Page page = content.page();
        return page == null ? new Finding.Absent() : new Finding.Fresh(page);
    }
}
