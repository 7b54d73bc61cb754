package dev.sluice.edge.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears of every new view. Called on the tail's thread, so it must be quick. */
public interface ViewListener {

    /**
     * @param version the record's offset, which is the document's version in Redis too
     * @param document the view as JSON, null where it was deleted
     */
    void seen(String id, long version, byte @Nullable [] document);

    /** Views may have been missed: whoever waits should look for themselves. */
    void missed();

    /** Tells all of them, in order. */
    static ViewListener all(List<? extends ViewListener> listeners) {
        return new ViewListener() {
            @Override
            public void seen(String id, long version, byte @Nullable [] document) {
                listeners.forEach(listener -> listener.seen(id, version, document));
            }

            @Override
            public void missed() {
                listeners.forEach(ViewListener::missed);
            }
        };
    }
}
