package dev.sluice.projector.management;

import dev.sluice.projector.health.Condition;
import dev.sluice.projector.rebuild.RebuildStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a generation of a projection does.
 *
 * @param role what it is there for
 * @param scratch what operators call a scratch generation; null of the others
 * @param detail what it does, or why it does not
 * @param lag records of its sources that it has before it
 * @param rejected records that it could not use, since the process started
 * @param rebuild of the one that is being built
 */
record ProjectionStatus(
        String name,
        int generation,
        Role role,
        @Nullable String scratch,
        boolean up,
        State state,
        String detail,
        long lag,
        long rejected,
        List<SinkStatus> sinks,
        @Nullable RebuildStatus rebuild) {

    /** Readers read the LIVE one; the PREVIOUS is kept up, to be rolled back to; the one that is BUILDING may become live; a SCRATCH never does. */
    enum Role {
        LIVE,
        PREVIOUS,
        BUILDING,
        SCRATCH
    }

    /** DEGRADED is what works as far as it knows, and has not moved for a while although there is something to read. */
    enum State {
        UP,
        DEGRADED,
        DOWN;

        static State of(Condition condition, boolean still) {
            return condition.up() ? still ? DEGRADED : UP : DOWN;
        }
    }

    /**
     * How the projection's way into a store does.
     *
     * @param lag records of the view that the store has before it
     * @param lagMillis how far what the store shows is behind the log, as {@link dev.sluice.schemas.view.ViewLag} has it
     * @param rejected documents that the store refused, since the process started
     */
    record SinkStatus(String store, boolean up, State state, String detail, long lag, long lagMillis, long rejected) {}
}
