package dev.sluice.schemas.stock;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;

/** What is asked of the stock of a SKU, besides the verbs of {@link dev.sluice.schemas.tcc.BranchCommand}. */
public sealed interface StockCommand extends Payload {

    String sku();

    /**
     * Somebody has counted: so many are on the shelves, those promised to open orders included.
     *
     * @param onHand units, 0 or more
     */
    @WireName("stock.CountStock.v1")
    record CountStock(String operationId, String sku, long onHand) implements StockCommand {}
}
