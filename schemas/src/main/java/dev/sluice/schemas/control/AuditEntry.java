package dev.sluice.schemas.control;

import java.time.Instant;

/**
 * Who asked for what. Stands in the {@code audit} topic before it is done, so that nothing is done without.
 *
 * @param by the operator's subject
 * @param about the key of the record in the {@code control} topic
 * @param to what that record is to be
 */
public record AuditEntry<R extends OperatorRecord>(Instant at, String by, String about, R to) {
    public static <R extends OperatorRecord> AuditEntry<R> of(R decided) {
        return new AuditEntry<>(decided.setAt(), decided.setBy(), decided.key(), decided);
    }
}
