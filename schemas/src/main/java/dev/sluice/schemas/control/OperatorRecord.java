package dev.sluice.schemas.control;

import java.time.Instant;

/** A record of the {@code control} topic that an operator has decided; the latest one of each key holds. */
public sealed interface OperatorRecord permits CommitCap, Switch {

    /** In the topic, {@code kind/name}. */
    String key();

    /** For whoever looks into it later. */
    String reason();

    /** The operator's subject. */
    String setBy();

    Instant setAt();

    /** Whether a record with this key is one; the topic has others too. */
    static boolean isKey(String key) {
        return Switch.isKey(key) || CommitCap.isKey(key);
    }
}
