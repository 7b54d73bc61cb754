package dev.sluice.projector.productpage;

import dev.sluice.projector.log.Fact;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.stock.StockFact.ReservationBarred;
import dev.sluice.schemas.stock.StockFact.ReservationRefused;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.stock.StockFact.UnitsReleased;
import dev.sluice.schemas.stock.StockFact.UnitsReserved;
import dev.sluice.schemas.stock.StockFact.UnitsReturned;
import dev.sluice.schemas.stock.StockFact.UnitsTaken;
import org.jspecify.annotations.Nullable;

/** What can still be promised of a SKU, as of a version of its stock. */
record StockLevel(long available, long version) {

    /**
     * The level that a fact leaves behind; null for refusals, which leave it alone. They are the many in a flash sale, and
     * a page must not be written anew for each.
     */
    static @Nullable StockLevel after(Fact<StockFact> fact) {
        return switch (fact.data()) {
            case StockCounted counted -> level(counted.onHand(), counted.reserved(), fact);
            case UnitsReserved reserved -> level(reserved.onHand(), reserved.reserved(), fact);
            case UnitsTaken taken -> level(taken.onHand(), taken.reserved(), fact);
            case UnitsReleased released -> level(released.onHand(), released.reserved(), fact);
            case UnitsReturned returned -> level(returned.onHand(), returned.reserved(), fact);
            case ReservationRefused _, ReservationBarred _ -> null;
        };
    }

    static StockLevel later(StockLevel one, StockLevel other) {
        return other.version > one.version ? other : one;
    }

    private static StockLevel level(long onHand, long reserved, Fact<StockFact> fact) {
        return new StockLevel(onHand - reserved, fact.version());
    }
}
