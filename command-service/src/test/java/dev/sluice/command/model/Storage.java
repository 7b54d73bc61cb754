package dev.sluice.command.model;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.order.OrderCommand.CancelOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What survives a crash, the stored facts, and what does not: the aggregates in memory. */
final class Storage {
    private final Map<Address, List<Payload>> facts = new LinkedHashMap<>();
    private final Set<String> operations = new HashSet<>();
    private final Map<Address, Actor> live = new HashMap<>();
    private final Mutant mutant;

    Storage(Mutant mutant) {
        this.mutant = mutant;
    }

    Actor actor(Address address) {
        Actor actor = live.get(address);
        if (actor == null) {
            actor = address.blank();
            mutant.remembered(address, facts(address)).forEach(actor::evolve);
            live.put(address, actor);
        }
        return actor;
    }

    void append(Address address, List<? extends Payload> more) {
        facts.computeIfAbsent(address, _ -> new ArrayList<>()).addAll(more);
    }

    /** In the same commit as the facts. */
    void carriedOut(Payload command) {
        if (command instanceof CancelOrder cancellation && mutant != Mutant.FORGETFUL_OPERATIONS) {
            operations.add(cancellation.operationId());
        }
    }

    boolean wasCarriedOut(Payload command) {
        return command instanceof CancelOrder cancellation && operations.contains(cancellation.operationId());
    }

    /** A process ends: the aggregates of its context are gone from memory. */
    void crash(String topic) {
        live.keySet().removeIf(address -> address.topic().equals(topic));
    }

    List<Payload> facts(Address address) {
        return facts.getOrDefault(address, List.of());
    }

    <F extends Payload> Stream<F> all(Class<F> type) {
        return facts.values().stream()
                .flatMap(List::stream)
                .filter(type::isInstance)
                .map(type::cast);
    }

    List<Address> addresses() {
        return List.copyOf(facts.keySet());
    }
}
