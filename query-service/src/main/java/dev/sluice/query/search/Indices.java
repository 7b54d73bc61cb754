package dev.sluice.query.search;

import dev.sluice.schemas.view.Projection;

/** The index to read for a projection now. */
@FunctionalInterface
public interface Indices {
    String of(Projection projection);
}
