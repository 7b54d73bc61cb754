package dev.sluice.load.bench.contest;

/**
 * What orders have cost.
 *
 * @param seconds from the first order's sending until all were settled
 * @param writeCpu ms per order of what decides and stores
 * @param allCpu ms per order of whatever else is needed, too
 * @param decisionP50 ms from when the order was due until its decision was seen, which no stalled generator shortens
 * @param detail what else is of interest, for people
 */
public record Run(
        int orders,
        double seconds,
        double writeCpu,
        double allCpu,
        double decisionP50,
        double decisionP99,
        String detail) {

    public double perSecond() {
        return orders / seconds;
    }
}
