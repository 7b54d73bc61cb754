package dev.sluice.query.search;

import dev.sluice.schemas.view.Projection;

/** The index to read for a projection. */
@FunctionalInterface
public interface Indices {

    /** The generation to read now, the same throughout a request. Throws {@link SourceAway} while nobody knows. */
    int live(Projection projection);

    default String of(Projection projection, int generation) {
        return projection.index(generation);
    }

    default String of(Projection projection) {
        return of(projection, live(projection));
    }
}
