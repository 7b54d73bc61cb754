package dev.sluice.edge.projections;

import dev.sluice.control.Lags;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import dev.sluice.schemas.view.Projection;
import io.netty.util.AsciiString;

/** Says with each answer how far the projection that it was read from is behind. */
public final class SaysLag {
    private static final AsciiString NAME = AsciiString.cached(Lags.HEADER);
    private static final String REDIS = "redis";

    private final Lags lags;

    public SaysLag(Lags lags) {
        this.lags = lags;
    }

    public Filter of(Projection projection) {
        return next -> saying(projection, next);
    }

    private Handler saying(Projection projection, Handler next) {
        return request -> {
            // As it was before the view was read: afterwards it may have caught up.
            String lag = lags.header(projection, REDIS);
            return next.handle(request).thenApply((Answer answer) -> answer.with(NAME, lag));
        };
    }
}
