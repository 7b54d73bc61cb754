package dev.sluice.command.inbox;

/** Which log a position belongs to: topic names come again after a log was lost, these ids do not. */
public record Origin(String clusterId, String topicId) {}
