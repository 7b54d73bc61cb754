package dev.sluice.command.message;

/** An aggregate that says how much memory it takes, so that caching one huge aggregate counts for more than one. */
public interface Weighty {
    /** In entries of some hundred bytes; 1 or more. */
    int weight();
}
