package dev.sluice.schemas.view;

/**
 * How far behind the log a view is in one store, as a projector tells it once a second on the topic {@code freshness}.
 *
 * @param projection its id
 * @param store {@code redis} or {@code elasticsearch}
 * @param ms how long after its commit the slowest change of the last second became visible, or how long the oldest one has
 *     waited that is not visible yet, whichever is more; 0 where nothing was changed and nothing waits
 * @param events records that the view does not show yet, at most
 * @param instance of the projector
 */
public record ViewLag(String projection, String store, int generation, long ms, long events, String instance) {}
