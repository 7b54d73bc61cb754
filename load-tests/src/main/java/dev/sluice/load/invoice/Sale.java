package dev.sluice.load.invoice;

import dev.sluice.load.csv.Column;
import dev.sluice.load.csv.Flaw;
import dev.sluice.load.csv.Row;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * A line that sells something.
 *
 * @param price pence for one unit, 1 or more
 */
record Sale(long number, String sku, String description, long quantity, long price, LocalDateTime at, Buyer buyer) {
    private static final long MOST_UNITS = 1_000_000;
    /** Keeps every sum of a file within 64 bits. */
    private static final long HIGHEST_PRICE = 100_000_000;

    /** The copy beside this data set's paper has the first form, the original spreadsheet the second. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("[uuuu-MM-dd HH:mm:ss][M/d/uuuu H:mm]");

    static Sale of(Row row) throws Flaw {
        return new Sale(
                row.number(),
                sku(row.get(Column.STOCK_CODE)),
                row.get(Column.DESCRIPTION),
                quantity(row.get(Column.QUANTITY)),
                pence(row.get(Column.PRICE)),
                date(row.get(Column.DATE)),
                Buyer.of(row.get(Column.CUSTOMER), row.get(Column.COUNTRY)));
    }

    static String sku(String code) throws Flaw {
        if (code.isEmpty()) {
            throw new Flaw("no stock code");
        }
        return SafeId.of(code);
    }

    static long quantity(String text) throws Flaw {
        long quantity;
        try {
            quantity = new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Flaw("quantity '" + text + "' is no whole number");
        }
        if (quantity <= 0) {
            throw new Flaw("quantity " + quantity + ": an adjustment, not a sale");
        }
        if (quantity > MOST_UNITS) {
            throw new Flaw("quantity " + quantity + " is above " + MOST_UNITS);
        }
        return quantity;
    }

    /** Decimal pounds to pence, exactly or not at all. */
    private static long pence(String text) throws Flaw {
        long pence;
        try {
            pence = new BigDecimal(text).movePointRight(2).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Flaw("price '" + text + "' is no amount in whole pence");
        }
        if (pence <= 0) {
            throw new Flaw("price " + text + ": a gift or a correction, not a sale");
        }
        if (pence > HIGHEST_PRICE) {
            throw new Flaw("price " + text + " is above a million pounds");
        }
        return pence;
    }

    static LocalDateTime date(String text) throws Flaw {
        try {
            return LocalDateTime.parse(text, DATE);
        } catch (DateTimeParseException e) {
            throw new Flaw("date '" + text + "' is neither like 2010-12-01 08:26:00 nor like 12/1/2010 8:26");
        }
    }
}
