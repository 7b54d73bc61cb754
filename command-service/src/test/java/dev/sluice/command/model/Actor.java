package dev.sluice.command.model;

import dev.sluice.command.message.Decision;
import dev.sluice.schemas.message.Payload;
import java.time.Instant;
import java.util.List;

/** An aggregate: it decides, and evolves by what was decided. */
public interface Actor {

    /** @param commands one, or several answers that a turn holds for the same order */
    Decision<? extends Payload> decide(List<? extends Payload> commands, Instant now);

    void evolve(Payload fact);
}
