package dev.sluice.schemas.message;

/** Anything that travels as the data of a {@link Message}: a command, an answer, a fact or an outcome. */
public interface Payload {}
