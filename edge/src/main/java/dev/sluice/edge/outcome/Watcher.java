package dev.sluice.edge.outcome;

import dev.sluice.edge.document.Document;

/** Waits for views of one id. All calls come on its event loop. */
public interface Watcher {

    void seen(Document document);

    /** A view may have been missed: look in Redis. */
    void missed();

    /** The edge shuts down: let the client go. */
    void closing();
}
