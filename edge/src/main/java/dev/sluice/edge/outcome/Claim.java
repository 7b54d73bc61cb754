package dev.sluice.edge.outcome;

/** Whether an id is free to be accepted under. */
public sealed interface Claim {

    /** It is ours until the lease ends. */
    record Ours() implements Claim {}

    /** Somebody came first: another edge that is still at it, or the same request earlier, or another one. */
    record Theirs(Marker marker) implements Claim {}
}
