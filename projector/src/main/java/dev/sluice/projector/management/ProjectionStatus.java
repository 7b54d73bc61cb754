package dev.sluice.projector.management;

import java.util.List;

/**
 * How a projection does.
 *
 * @param lag records of its sources that it has before it
 * @param rejected records that it could not use, since the process started
 * @param detail what it does, or why it does not
 */
record ProjectionStatus(
        String name, int generation, boolean up, String detail, long lag, long rejected, List<SinkStatus> sinks) {

    /**
     * How the projection's way into a store does.
     *
     * @param lag records of the view that the store has before it
     * @param rejected documents that the store refused, since the process started
     */
    record SinkStatus(String store, boolean up, String detail, long lag, long rejected) {}
}
