package dev.sluice.schemas.tcc;

/** The contexts that take part in a checkout. */
public enum Participant {
    STOCK,
    PAYMENT,
    PROMOTION,
    /** A campaign, which is of the promotion context, too. */
    CAMPAIGN
}
