package dev.sluice.edge.products;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.http.Answer;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.ProductPageView;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A product's page, each representation rendered when it is first asked for. */
final class Page {
    static final String HTML = "text/html";
    private static final String HTML_IN_UTF8 = HTML + "; charset=utf-8";

    private final Document document;
    private final Html renderer;
    private volatile @Nullable Representation json;
    private volatile @Nullable Representation html;
    private final Keeper keeper;

    Page(Document document, Html renderer) {
        this(document, renderer, (_, _) -> {});
    }

    /** @param keeper told of the page once it is rendered */
    Page(Document document, Html renderer, Keeper keeper) {
        this.document = document;
        this.renderer = renderer;
        this.keeper = keeper;
    }

    /** @param html as it was rendered before */
    Page(Document document, Html renderer, byte[] html) {
        this(document, renderer);
        this.html = new Representation(HTML_IN_UTF8, html);
    }

    @FunctionalInterface
    interface Keeper {
        void keep(byte[] html, EventLoop loop);
    }

    Document document() {
        return document;
    }

    long version() {
        return document.version();
    }

    /** Two threads may render the same at once: it costs little and gives the same. */
    Representation as(String mediaType, EventLoop loop) {
        return mediaType.equals(HTML) ? html(loop) : json();
    }

    private Representation json() {
        Representation ready = json;
        if (ready == null) {
            ready = new Representation(Answer.JSON, document.json().getBytes(StandardCharsets.UTF_8));
            json = ready;
        }
        return ready;
    }

    private Representation html(EventLoop loop) {
        Representation ready = html;
        if (ready == null) {
            ProductPageView view = Json.MAPPER.readValue(document.json(), ProductPageView.class);
            ready = new Representation(HTML_IN_UTF8, renderer.render(view));
            html = ready;
            keeper.keep(ready.body(), loop);
        }
        return ready;
    }
}
