package dev.sluice.schemas.tcc;

/** What a participant answers. */
public enum BranchOutcome {
    TRIED,
    REFUSED,
    CONFIRMED,
    CANCELLED,
    REVERSED,
    IN_DOUBT
}
