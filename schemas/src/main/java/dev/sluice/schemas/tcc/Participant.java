package dev.sluice.schemas.tcc;

/** The contexts that take part in a checkout. */
public enum Participant {
    STOCK,
    PAYMENT,
    PROMOTION
}
