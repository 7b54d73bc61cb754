package dev.sluice.schemas.contract;

import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.customer.CustomerRow;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.promotion.CampaignRow;
import dev.sluice.schemas.promotion.CouponRow;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.CustomerOrderView;
import dev.sluice.schemas.view.DeadLetterView;
import dev.sluice.schemas.view.GrabView;
import dev.sluice.schemas.view.OperationView;
import dev.sluice.schemas.view.OrderStatusView;
import dev.sluice.schemas.view.ProductPageView;
import dev.sluice.schemas.view.Projection;
import dev.sluice.schemas.wire.WireNames;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

/** Every schema that is made from a record, by its file. */
final class GeneratedSchemas {
    static final String SUFFIX = ".schema.json";

    private static final DefaultIndenter TWO_BLANKS = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY = Json.MAPPER
            .writer()
            .with(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(TWO_BLANKS)
                    .withArrayIndenter(TWO_BLANKS));

    private GeneratedSchemas() {}

    static Map<String, String> byFile() {
        Map<String, String> files = new TreeMap<>();
        RecordSchemas above = new RecordSchemas("rejection" + SUFFIX);
        RecordSchemas below = new RecordSchemas("../rejection" + SUFFIX);
        files.put("rejection" + SUFFIX, text(above.ofOneOf(Rejection.class)));
        files.put("problem" + SUFFIX, text(above.of(Problem.class)));
        records()
                .forEach((file, type) -> files.put(file, text(type.isSealed() ? below.ofOneOf(type) : below.of(type))));
        return files;
    }

    /** The records that travel or are shown, by the file of their schema. */
    static Map<String, Class<?>> records() {
        Map<String, Class<?>> records = new TreeMap<>();
        for (String name : WireNames.all()) {
            records.put(message(name), Objects.requireNonNull(WireNames.classOf(name)));
        }
        for (Projection projection : Projection.values()) {
            records.put(view(projection), record(projection));
        }
        records.put("views/customer-order" + SUFFIX, CustomerOrderView.class);
        records.put("rows/products" + SUFFIX, ProductRow.class);
        records.put("rows/customers" + SUFFIX, CustomerRow.class);
        records.put("rows/coupons" + SUFFIX, CouponRow.class);
        records.put("rows/campaigns" + SUFFIX, CampaignRow.class);
        return records;
    }

    static String message(String wireName) {
        return "messages/" + wireName + SUFFIX;
    }

    static String view(Projection projection) {
        return "views/" + projection.id() + SUFFIX;
    }

    private static Class<?> record(Projection projection) {
        return switch (projection) {
            case ORDER_STATUS -> OrderStatusView.class;
            case PRODUCT_PAGE -> ProductPageView.class;
            case BACK_OFFICE_ORDERS -> BackOfficeOrderView.class;
            case OPERATIONS -> OperationView.class;
            case DEAD_LETTERS -> DeadLetterView.class;
            case GRABS -> GrabView.class;
        };
    }

    private static String text(JsonNode schema) {
        return PRETTY.writeValueAsString(schema) + "\n";
    }
}
