package dev.sluice.edge.outcome;

import dev.sluice.edge.document.Document;

/** What is known of an id. */
public sealed interface Lookup {

    record Found(Document document) implements Lookup {}

    /** Accepted, and not projected yet. */
    record Accepted(Marker marker) implements Lookup {}

    record Absent() implements Lookup {}

    /** Redis is away, or was emptied and is not filled again: there may be something. */
    record Unknown() implements Lookup {}
}
