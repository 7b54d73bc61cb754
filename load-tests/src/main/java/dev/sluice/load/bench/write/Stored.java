package dev.sluice.load.bench.write;

import dev.sluice.load.bench.Figure;
import dev.sluice.load.bench.contest.Contender.Pace;
import dev.sluice.load.bench.contest.Side;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.ledger.EventStores;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.wire.WireNames;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an order costs when few orders are stored, and when many are: of the same customers for the same goods, whose streams
 * grow with them.
 */
final class Stored {
    private static final int MEASURED = 20_000;
    private static final int RUNS = 2;

    /** @param stored before the run */
    private record Cost(long stored, double millis) {}

    private Stored() {}

    /** @param wanted how many are to be stored; a figure's baseline is the same with those that were there before */
    static List<Figure> measure(Side side, Installation installation, int wanted, PrintStream progress) {
        EventStores stores = new EventStores(installation.mysql());
        Cost few = cost(side, stores);
        for (long left = wanted - count(stores); left > 0; left -= MEASURED) {
            side.run((int) Math.min(left, MEASURED), Pace.SATURATED);
        }
        Cost many = cost(side, stores);
        progress.printf(
                "an order cost %.3f ms with %d stored, %.3f ms with %d%n",
                few.millis, few.stored, many.millis, many.stored);
        return List.of(
                Figure.lower("cpu-ms-per-order-stored", many.millis, "ms").against(few.millis));
    }

    /** The least of some runs, since the machine's other work can only add to it. */
    private static Cost cost(Side side, EventStores stores) {
        return Stream.generate(() -> new Cost(
                        count(stores), side.run(MEASURED, Pace.SATURATED).writeCpu()))
                .limit(RUNS)
                .min(Comparator.comparingDouble(Cost::millis))
                .orElseThrow();
    }

    private static long count(EventStores stores) {
        try {
            return stores.number("SELECT COUNT(*) FROM sluice_ordering.domain_event_entry WHERE payload_type = '"
                    + WireNames.of(OrderPlaced.class) + "'");
        } catch (SQLException e) {
            throw new OperatorMistake("MySQL does not answer: " + e.getMessage());
        }
    }
}
