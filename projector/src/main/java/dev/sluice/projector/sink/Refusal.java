package dev.sluice.projector.sink;

/** A store will not have this document, now or ever, whatever becomes of the others. */
public record Refusal(String documentId, String reason) {}
