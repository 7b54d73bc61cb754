package dev.sluice.edge.redis;

/** Redis is not there, does not answer in time, or cannot do what it was asked. Whoever asks must do without. */
public final class RedisAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean lacksScript;

    RedisAway(String why) {
        this(why, false);
    }

    private RedisAway(String why, boolean lacksScript) {
        super(why, null, false, false);
        this.lacksScript = lacksScript;
    }

    /** @param error as Redis says it, a code first */
    static RedisAway refused(String error) {
        return new RedisAway("Redis refused: " + error, error.startsWith("NOSCRIPT"));
    }

    boolean lacksScript() {
        return lacksScript;
    }
}
