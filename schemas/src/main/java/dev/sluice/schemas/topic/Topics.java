package dev.sluice.schemas.topic;

import dev.sluice.schemas.topic.Topic.Retention;
import dev.sluice.schemas.view.Projection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The catalogue of topics. All share one partition count, so that records of one key meet in joins without moving. */
public final class Topics {

    public static final int PARTITIONS = 4;

    public static final String COMMANDS_ORDERING = "commands.ordering";
    public static final String COMMANDS_STOCK = "commands.stock";
    public static final String COMMANDS_PAYMENT = "commands.payment";
    public static final String COMMANDS_PROMOTION = "commands.promotion";
    public static final String COMMANDS_CATALOG = "commands.catalog";
    public static final String COMMANDS_CUSTOMER = "commands.customer";

    public static final String EVENTS_ORDERING = "events.ordering";
    public static final String EVENTS_STOCK = "events.stock";
    public static final String EVENTS_PAYMENT = "events.payment";
    public static final String EVENTS_PROMOTION = "events.promotion";

    public static final String CDC_PRODUCTS = "cdc.catalog.products";
    public static final String CDC_CUSTOMERS = "cdc.customer.customers";
    public static final String CDC_COUPONS = "cdc.promotion.coupons";
    public static final String CDC_CAMPAIGNS = "cdc.promotion.campaigns";

    /** Outcomes of writes that are no orders. */
    public static final String OUTCOMES = "outcomes";

    /** What becomes of messages that could not be carried out. */
    public static final String PARKING = "parking";

    /** Records that could not be read and documents that a store refused, as they were, with the reason in a header. */
    public static final String REJECTS = "rejects";

    /** How far behind each view is, told once a second. */
    public static final String FRESHNESS = "freshness";

    /**
     * What is decided about the running system, the latest for each key: which generation of a projection is live, under its
     * name; what operators have switched off, under {@code switch/NAME}. Whoever reads one kind passes over the others.
     */
    public static final String CONTROL = "control";

    /** Who decided what, in order. */
    public static final String AUDIT = "audit";

    private static final Retention FOREVER = new Retention.Forever();
    private static final Retention COMPACTED = new Retention.Compacted();
    private static final Retention TWO_WEEKS = new Retention.For(Duration.ofDays(14));
    private static final Retention AN_HOUR = new Retention.For(Duration.ofHours(1));

    private Topics() {}

    /** Every topic, in the order of an order's road. */
    public static List<Topic> all() {
        List<Topic> all = new ArrayList<>(List.of(
                topic(COMMANDS_ORDERING, "order id", TWO_WEEKS),
                topic(COMMANDS_STOCK, "SKU", TWO_WEEKS),
                topic(COMMANDS_PAYMENT, "customer id", TWO_WEEKS),
                topic(COMMANDS_PROMOTION, "coupon code, campaign id or envelope id", TWO_WEEKS),
                topic(COMMANDS_CATALOG, "SKU", TWO_WEEKS),
                topic(COMMANDS_CUSTOMER, "customer id", TWO_WEEKS),
                topic(EVENTS_ORDERING, "order id", FOREVER),
                topic(EVENTS_STOCK, "SKU", FOREVER),
                topic(EVENTS_PAYMENT, "customer id", FOREVER),
                topic(EVENTS_PROMOTION, "coupon code, campaign id or envelope id", FOREVER),
                topic(CDC_PRODUCTS, "SKU", COMPACTED),
                topic(CDC_CUSTOMERS, "customer id", COMPACTED),
                topic(CDC_COUPONS, "coupon code", COMPACTED),
                topic(CDC_CAMPAIGNS, "campaign id", COMPACTED),
                topic(OUTCOMES, "operation id", TWO_WEEKS),
                topic(PARKING, "letter id", FOREVER),
                topic(REJECTS, "key of the rejected record", TWO_WEEKS),
                topic(FRESHNESS, "projection and store", AN_HOUR),
                topic(CONTROL, "projection, or kind/name", COMPACTED),
                topic(AUDIT, "path", FOREVER)));
        for (Projection projection : Projection.values()) {
            all.add(ofView(projection, Projection.FIRST_GENERATION));
        }
        return List.copyOf(all);
    }

    /** The group that reads a command topic, and reports to Kafka how far it is. */
    public static String consumerGroup(String commandTopic) {
        return "sluice-" + commandTopic.substring(commandTopic.indexOf('.') + 1);
    }

    /** The topic of any generation of a view; the catalogue has those of the first. */
    public static Topic ofView(Projection projection, int generation) {
        return topic(projection.topic(generation), "document id", COMPACTED);
    }

    private static Topic topic(String name, String key, Retention retention) {
        return new Topic(name, key, PARTITIONS, retention);
    }
}
