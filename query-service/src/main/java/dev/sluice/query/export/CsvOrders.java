package dev.sluice.query.export;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Line;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A line for each order, behind a line of headings. Amounts are in minor units; what is not known is empty. */
final class CsvOrders implements ExportFormat.Writer {
    /** With which a spreadsheet would take a text for a formula (OWASP, CSV injection). */
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    /** Headings are paths in the JSON document. Numbers and times go as they are, and texts so that none is a formula. */
    private static final Map<String, Function<BackOfficeOrderView, @Nullable Object>> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("id", o -> text(o.id()));
        COLUMNS.put("status", BackOfficeOrderView::status);
        COLUMNS.put("reason", o -> o.reason() == null ? null : text(o.reason().message()));
        COLUMNS.put("customer.id", o -> text(o.customer().id()));
        COLUMNS.put("customer.name", o -> text(o.customer().name()));
        COLUMNS.put("customer.email", o -> text(o.customer().email()));
        COLUMNS.put("customer.country", o -> text(o.customer().country()));
        COLUMNS.put("lines", o -> text(lines(o.lines())));
        COLUMNS.put("total.amount", o -> amount(o.total()));
        COLUMNS.put(
                "total.currency", o -> o.total() == null ? null : text(o.total().currency()));
        COLUMNS.put("refunded.amount", o -> amount(o.refunded()));
        COLUMNS.put("payment.state", o -> o.payment().state());
        COLUMNS.put("payment.amount", o -> amount(o.payment().amount()));
        COLUMNS.put("payment.refunded.amount", o -> amount(o.payment().refunded()));
        COLUMNS.put("acceptedAt", BackOfficeOrderView::acceptedAt);
        COLUMNS.put("placedAt", BackOfficeOrderView::placedAt);
        COLUMNS.put("decidedAt", BackOfficeOrderView::decidedAt);
        COLUMNS.put("settledAt", BackOfficeOrderView::settledAt);
        COLUMNS.put("version", BackOfficeOrderView::version);
    }

    private final CSVPrinter printer;

    CsvOrders(OutputStream out) throws IOException {
        printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        printer.printRecord(COLUMNS.keySet());
    }

    @Override
    public void write(BackOfficeOrderView order) throws IOException {
        printer.printRecord(
                COLUMNS.values().stream().map(column -> column.apply(order)).toArray());
    }

    @Override
    public void flush() throws IOException {
        printer.flush();
    }

    /** Like {@code MUG-BLUE:2 BOWL:1}: no SKU has a colon or a blank. */
    private static String lines(List<Line> lines) {
        return lines.stream().map(line -> line.sku() + ":" + line.quantity()).collect(Collectors.joining(" "));
    }

    private static @Nullable Long amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isEmpty() || FORMULA_STARTS.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
    }
}
