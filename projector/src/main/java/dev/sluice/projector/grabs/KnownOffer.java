package dev.sluice.projector.grabs;

import dev.sluice.schemas.view.GrabView.Offer;
import org.jspecify.annotations.Nullable;

/**
 * A campaign or a red envelope as far as its facts were read.
 *
 * @param offer null where it was only asked for
 * @param facts how many of its facts were read: after a crash older ones come by again
 */
record KnownOffer(@Nullable Offer offer, long facts) {
    static final KnownOffer NONE = new KnownOffer(null, 0);
}
