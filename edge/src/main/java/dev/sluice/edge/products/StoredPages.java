package dev.sluice.edge.products;

import dev.sluice.edge.document.Documents;
import dev.sluice.edge.document.Documents.Rendered;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Pages as Redis has them: the view, and beside it the page that some edge has rendered of it, so that each is rendered once however
 * many edges and restarts there are. A rendering says of which version of the view it is and which renderer made it; any other is as
 * good as none.
 */
final class StoredPages implements Products.Source {
    private final Documents documents;
    private final Html renderer;

    StoredPages(Documents documents, Html renderer) {
        this.documents = documents;
        this.renderer = renderer;
    }

    @Override
    public CompletableFuture<Optional<Page>> find(String sku, EventLoop loop) {
        return documents.findRendered(sku, loop).thenApply(found -> found.map(this::page));
    }

    @Override
    public CompletableFuture<Boolean> complete(EventLoop loop) {
        return documents.complete(loop);
    }

    private Page page(Rendered stored) {
        String stamp = renderer.version() + ':' + stored.version() + '\n';
        byte[] html = behind(stamp, stored.rendering());
        return html == null
                ? new Page(stored.document(), renderer, (made, loop) -> keep(stored, stamp, made, loop))
                : new Page(stored.document(), renderer, html);
    }

    private void keep(Rendered stored, String stamp, byte[] html, EventLoop loop) {
        documents.keep(stored, stamp + new String(html, StandardCharsets.UTF_8), loop);
    }

    /** What follows the stamp, or null where something else is there. */
    private static byte @Nullable [] behind(String stamp, byte @Nullable [] rendering) {
        byte[] expected = stamp.getBytes(StandardCharsets.UTF_8);
        return rendering != null
                        && rendering.length > expected.length
                        && Arrays.equals(rendering, 0, expected.length, expected, 0, expected.length)
                ? Arrays.copyOfRange(rendering, expected.length, rendering.length)
                : null;
    }
}
