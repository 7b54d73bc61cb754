package dev.sluice.schemas.view;

/**
 * The projections by name. A generation is one build of a projection: its view topic, its Redis key prefix and its
 * Elasticsearch index carry the number, so that two can stand side by side.
 */
public enum Projection {
    ORDER_STATUS("order-status", 1),
    /** 2: cleansed. */
    PRODUCT_PAGE("product-page", 2),
    /** 2: the version of the customer's row. 3: cleansed, with masked personal data. */
    BACK_OFFICE_ORDERS("back-office-orders", 3),
    OPERATIONS("operations", 1),
    DEAD_LETTERS("dead-letters", 1),
    GRABS("grabs", 1);

    /** The generation that every reader pins until the control topic names another. */
    public static final int FIRST_GENERATION = 1;

    /** A Redis document is a hash with these two fields: the view record's offset, and the view as JSON. */
    public static final String REDIS_VERSION = "version";

    public static final String REDIS_DOCUMENT = "doc";

    /** A third field, which readers may keep beside these two: what they have rendered of which version. No part of the view. */
    public static final String REDIS_RENDERING = "page";

    /** Present when Redis holds every view up to the log: without it, absence means unknown. */
    public static final String REDIS_EPOCH = "sluice:epoch";

    private final String id;
    private final int shape;

    Projection(String id, int shape) {
        this.id = id;
        this.shape = shape;
    }

    public String id() {
        return id;
    }

    /**
     * Counts what documents can look like, and the mappings of their index. It goes up with a change after which documents that are
     * there are not as they must be: then a projector builds a new generation by itself, and makes it live.
     */
    public int shape() {
        return shape;
    }

    /** The compacted topic that the projection ends in, for example {@code views.order-status.g1}. */
    public String topic(int generation) {
        return "views." + id + ".g" + generation;
    }

    /** The Redis key of a document, for example {@code order-status:g1:0190…}. */
    public String redisKey(int generation, String documentId) {
        return id + ":g" + generation + ":" + documentId;
    }

    /**
     * The Redis key of the sorted set that has, for an offer of {@link #GRABS}, who has a place and until when: members are
     * customers, scores are milliseconds since 1970.
     */
    public String redisTakers(int generation, String offerId) {
        return id + "-takers:g" + generation + ":" + offerId;
    }

    /**
     * The Redis key that mirrors which generation is live, for whoever has not reached Kafka yet. Absent until another than
     * the first was.
     */
    public String redisLive() {
        return "sluice:live:" + id;
    }

    /** The Elasticsearch index, for example {@code back-office-orders-g1}. */
    public String index(int generation) {
        return id + "-g" + generation;
    }

    /**
     * The class path resource that such an index is created with: its settings and mappings, the body of Elasticsearch's
     * create-index call. Only projections that are searched have one.
     */
    public String indexDefinition() {
        return "/elasticsearch/" + id + ".json";
    }
}
