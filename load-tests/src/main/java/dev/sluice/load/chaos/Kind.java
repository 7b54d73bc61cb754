package dev.sluice.load.chaos;

import java.util.List;

/** What is written, and where it is looked for. */
enum Kind {
    /** A price, on the product's page. */
    PRICE,
    /** A count of stock, on the product's page. */
    STOCK,
    /** A price, in the search of products. */
    SEARCH,
    /** An order's decision, in its status. */
    DECISION,
    /** An order that is no more than accepted, in its status. */
    ACCEPTANCE,
    /** An order's decision, in the back office. */
    BACK_OFFICE,
    /** A customer's name, on all their orders in the back office. */
    RENAME;

    /** In turn: what is dear comes seldom. */
    private static final List<Kind> ROUND = List.of(
            PRICE,
            STOCK,
            ACCEPTANCE,
            PRICE,
            SEARCH,
            STOCK,
            DECISION,
            PRICE,
            BACK_OFFICE,
            STOCK,
            ACCEPTANCE,
            PRICE,
            SEARCH,
            STOCK,
            DECISION,
            PRICE,
            RENAME);

    static Kind at(long turn) {
        return ROUND.get((int) (turn % ROUND.size()));
    }
}
