package dev.sluice.edge.redis;

/** Redis is not there, does not answer in time, or cannot do what it was asked. Whoever asks must do without. */
public final class RedisAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedisAway(String why) {
        super(why, null, false, false);
    }
}
