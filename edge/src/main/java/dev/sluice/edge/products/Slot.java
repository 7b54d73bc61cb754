package dev.sluice.edge.products;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the heap knows of one SKU, and the load under way, of which there is one however many ask. */
final class Slot {
    private volatile Content content = Content.NOTHING;
    private @Nullable CompletableFuture<Finding> loading;

    /**
     * @param page null for no such product
     * @param known false before the first load
     * @param since when it was known to be so, in the ticker's nanoseconds
     * @param until when it must be looked up again
     */
    record Content(@Nullable Page page, boolean known, long since, long until) {
        static final Content NOTHING = new Content(null, false, 0, 0);

        private long version() {
            return page == null ? -1 : page.version();
        }
    }

    Content content() {
        return content;
    }

    /** Takes what the log's tail or Redis shows, unless something newer is known. */
    synchronized void offer(Page page, long now, long until) {
        Content old = content;
        content = new Content(page.version() >= old.version() ? page : old.page, true, now, until);
    }

    /** There is no such product, as far as was known when {@code seen} was read; what came by since knows better. */
    synchronized void offerAbsence(Content seen, long now, long until) {
        if (content.equals(seen)) {
            content = new Content(null, true, now, until);
        }
    }

    /** The load under way, or null where the caller must now do it with the given future. */
    synchronized @Nullable CompletableFuture<Finding> join(CompletableFuture<Finding> mine) {
        if (loading == null) {
            loading = mine;
            return null;
        }
        return loading;
    }

    synchronized void loaded() {
        loading = null;
    }
}
