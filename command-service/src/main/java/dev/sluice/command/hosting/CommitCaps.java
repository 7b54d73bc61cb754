package dev.sluice.command.hosting;

import dev.sluice.command.road.Pacer;
import dev.sluice.control.Control;
import dev.sluice.schemas.control.CommitCap;
import dev.sluice.schemas.message.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Takes up how often operators let this process commit. */
final class CommitCaps implements Control.Other {

    private static final Logger LOG = LoggerFactory.getLogger(CommitCaps.class);

    private final Pacer pacer;

    CommitCaps(Pacer pacer) {
        this.pacer = pacer;
    }

    @Override
    public void record(String key, long offset, byte @Nullable [] value) {
        if (!CommitCap.isKey(key)) {
            return;
        }
        try {
            CommitCap cap = value == null ? CommitCap.NONE : Json.MAPPER.readValue(value, CommitCap.class);
            pacer.limit(cap.commitsPerSecond());
            LOG.info("{}", cap);
        } catch (JacksonException e) {
            LOG.error("the commit cap in the control topic cannot be read: {}", e.getOriginalMessage());
        }
    }
}
