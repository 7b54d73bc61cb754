package dev.sluice.command.health;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of one context, told once in the log whenever it changes. */
public final class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final String name;
    private volatile @Nullable String trouble = "starting";

    public Health(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Why it cannot do its work, or null when it can. */
    public @Nullable String trouble() {
        return trouble;
    }

    public void up() {
        if (trouble != null) {
            LOG.info("{} is ready", name);
            trouble = null;
        }
    }

    /** It will go on trying. */
    public void down(String reason) {
        if (!reason.equals(trouble)) {
            LOG.warn("{} waits: {}", name, reason);
            trouble = reason;
        }
    }

    /** It will not, until somebody has mended what the reason says. */
    public void stopped(String reason) {
        LOG.error(reason);
        trouble = reason;
    }
}
