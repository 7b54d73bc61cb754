package dev.sluice.projector.run;

/** How a topology goes about what it reads. */
public enum Gait {
    /** Each change goes on at once. */
    STEADY,
    /**
     * What it reads is old, so of many changes of a key only the last matters: changes are kept together for seconds, and everything is
     * read and written in large portions.
     */
    HURRIED
}
