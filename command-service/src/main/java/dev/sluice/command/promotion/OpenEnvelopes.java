package dev.sluice.command.promotion;

import dev.sluice.command.deadline.Timers;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.turn.Turn;
import dev.sluice.schemas.promotion.EnvelopeCommand.CloseEnvelope;
import dev.sluice.schemas.promotion.EnvelopeFact.EnvelopeClosed;
import dev.sluice.schemas.promotion.EnvelopeFact.EnvelopePut;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Red envelopes that are not closed, each until its time is over. */
final class OpenEnvelopes implements Timers.Kind {

    @Override
    public Timers.Table table() {
        return new Timers.Table("open_envelope", "envelope_id", "closes_at");
    }

    @Override
    public Outgoing due(String id) {
        return Outgoing.of(new CloseEnvelope(id));
    }

    @Override
    public Map<String, Instant> begun(Turn turn) {
        Map<String, Instant> begun = new LinkedHashMap<>();
        turn.facts(EnvelopePut.class)
                .forEach(fact -> begun.put(fact.envelopeId(), fact.terms().closesAt()));
        return begun;
    }

    @Override
    public Set<String> ended(Turn turn) {
        Set<String> ended = new LinkedHashSet<>();
        turn.facts(EnvelopeClosed.class).forEach(fact -> ended.add(fact.envelopeId()));
        return ended;
    }
}
