package dev.sluice.schemas.wire;

/**
 * Header names and content types of the CloudEvents Kafka protocol binding 1.0.2. A record that the edge or an event
 * store writes is in binary mode (attributes in headers, data as value); an outbox row holds many messages in batch mode.
 */
public final class CloudEvents {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String SPEC_VERSION = "ce_specversion";
    /** Extension: an event's sequence number within its aggregate, from 0. */
    public static final String SEQUENCE = "ce_sequence";

    public static final String TRACEPARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";

    public static final String JSON = "application/json";
    public static final String BATCH = "application/cloudevents-batch+json";
    public static final String VERSION = "1.0";

    private CloudEvents() {}
}
