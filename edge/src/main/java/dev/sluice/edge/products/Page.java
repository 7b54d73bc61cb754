package dev.sluice.edge.products;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.http.Answer;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.ProductPageView;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A product's page, each representation rendered when it is first asked for. */
final class Page {
    static final String HTML = "text/html";

    private final Document document;
    private final Html renderer;
    private volatile @Nullable Representation json;
    private volatile @Nullable Representation html;

    Page(Document document, Html renderer) {
        this.document = document;
        this.renderer = renderer;
    }

    Document document() {
        return document;
    }

    long version() {
        return document.version();
    }

    /** Two threads may render the same at once: it costs little and gives the same. */
    Representation as(String mediaType) {
        return mediaType.equals(HTML) ? html() : json();
    }

    private Representation json() {
        Representation ready = json;
        if (ready == null) {
            ready = new Representation(Answer.JSON, document.json().getBytes(StandardCharsets.UTF_8));
            json = ready;
        }
        return ready;
    }

    private Representation html() {
        Representation ready = html;
        if (ready == null) {
            ProductPageView view = Json.MAPPER.readValue(document.json(), ProductPageView.class);
            ready = new Representation("text/html; charset=utf-8", renderer.render(view));
            html = ready;
        }
        return ready;
    }
}
