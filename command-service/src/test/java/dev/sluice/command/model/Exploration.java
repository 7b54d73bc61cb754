package dev.sluice.command.model;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.order.ModelOrder;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.order.OrderFact.BranchesReversed;
import dev.sluice.schemas.order.OrderFact.BranchesSettled;
import dev.sluice.schemas.order.OrderFact.BranchesTried;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every state that a checkout can come to. Any message that was ever sent may be the next to arrive, however often it has
 * arrived before, and every aggregate is made of its facts anew each time: so every order of messages, every repeat and every
 * crash is among the ways. It ends because what comes again changes nothing.
 */
final class Exploration {
    private static final Instant IN_TIME = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TOO_LATE = IN_TIME.plus(ModelOrder.PATIENCE).plusSeconds(1);
    /** No stream of one checkout and one return is longer. */
    private static final int LONGEST_STREAM = 16;

    private final Mutant mutant;
    private final Numbers<Address> addresses = new Numbers<>();
    private final Numbers<Payload> payloads = new Numbers<>();
    private final Numbers<Outgoing> messages = new Numbers<>();
    private final Numbers<List<Integer>> streams = new Numbers<>();
    /** An aggregate with the same facts always does the same. */
    private final Map<Arrival, Effect> effects = new HashMap<>();

    private final Set<State> seen = new HashSet<>();
    private final Deque<State> open = new ArrayDeque<>();
    private int ends;

    /**
     * @param facts the number of each aggregate's stream
     * @param sent messages, a bit for each number
     * @param arrived those that have, once at least
     */
    private record State(List<Integer> facts, long sent, long arrived, boolean isLate) {}

    private record Arrival(int stream, int message, boolean isLate) {}

    /** @param stream as it is afterwards */
    private record Effect(int stream, long sent) {}

    private Exploration(Mutant mutant) {
        this.mutant = mutant;
    }

    /**
     * @param states that can be reached
     * @param ends of these, those in which all that was sent has arrived
     * @param objection the first thing that is wrong with one of them
     */
    record Result(int states, int ends, Optional<String> objection) {}

    /**
     * @param facts of every aggregate that takes part
     * @param sent what is on its way in the beginning
     */
    static Result of(Mutant mutant, Map<Address, List<Payload>> facts, List<Outgoing> sent) {
        Exploration exploration = new Exploration(mutant);
        List<Integer> first = new ArrayList<>();
        facts.forEach((address, stream) -> {
            exploration.addresses.of(address);
            first.add(exploration.streams.of(exploration.payloads.of(stream)));
        });
        exploration.reach(new State(List.copyOf(first), exploration.bits(sent), 0, false));
        Optional<String> objection = exploration.explore();
        return new Result(exploration.seen.size(), exploration.ends, objection);
    }

    private Optional<String> explore() {
        while (!open.isEmpty()) {
            State state = open.removeLast();
            for (long rest = state.sent; rest != 0; rest &= rest - 1) {
                reach(arrive(state, Long.numberOfTrailingZeros(rest)));
            }
            if (!state.isLate) {
                reach(new State(state.facts, state.sent, state.arrived, true));
            }
            Optional<String> objection = objection(state);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private Optional<String> objection(State state) {
        if (state.facts.stream().anyMatch(stream -> streams.at(stream).size() > LONGEST_STREAM)) {
            return Optional.of("it never comes to rest");
        }
        if (state.arrived != state.sent) {
            return Optional.empty();
        }
        ends++;
        Storage storage = new Storage(mutant);
        for (int i = 0; i < state.facts.size(); i++) {
            storage.append(addresses.at(i), payloads.at(streams.at(state.facts.get(i))));
        }
        return Books.objection(storage);
    }

    private void reach(State state) {
        if (seen.add(state)) {
            open.add(state);
        }
    }

    private State arrive(State state, int message) {
        int aggregate = addresses.of(addressOf(message));
        int stream = state.facts.get(aggregate);
        Effect effect = effects.computeIfAbsent(new Arrival(stream, message, state.isLate), this::effect);
        List<Integer> facts = state.facts;
        if (effect.stream != stream) {
            List<Integer> changed = new ArrayList<>(facts);
            changed.set(aggregate, effect.stream);
            facts = List.copyOf(changed);
        }
        return new State(facts, state.sent | effect.sent, state.arrived | 1L << message, state.isLate);
    }

    private Effect effect(Arrival arrival) {
        Address address = addressOf(arrival.message);
        List<Integer> stream = streams.at(arrival.stream);
        Storage storage = new Storage(mutant);
        storage.append(address, payloads.at(stream));
        List<? extends Payload> commands =
                mutant.heard(List.of(messages.at(arrival.message).payload()), storage.facts(address));
        Decision<? extends Payload> decision =
                storage.actor(address).decide(commands, arrival.isLate ? TOO_LATE : IN_TIME);
        List<Integer> after = joined(stream, payloads.of(mutant.stored(decision)));
        return new Effect(streams.of(after), bits(decision.messages()));
    }

    private Address addressOf(int message) {
        Outgoing outgoing = messages.at(message);
        return new Address(outgoing.topic(), outgoing.key());
    }

    private long bits(List<Outgoing> sent) {
        long bits = 0;
        for (Outgoing message : sent) {
            if (World.isForSomeContext(message)) {
                int number = messages.of(message);
                if (number >= Long.SIZE) {
                    throw new IllegalStateException("too many messages for the bits of a long");
                }
                bits |= 1L << number;
            }
        }
        return bits;
    }

    private List<Integer> joined(List<Integer> stream, List<Integer> more) {
        List<Integer> all = new ArrayList<>(stream);
        for (int fact : more) {
            int place = all.size();
            while (place > 0 && all.get(place - 1) > fact && commute(all.get(place - 1), fact)) {
                place--;
            }
            all.add(place, fact);
        }
        return List.copyOf(all);
    }

    /** Which of two branches was heard of first makes no difference: one order stands for both. */
    private boolean commute(int one, int other) {
        Payload fact = payloads.at(one);
        boolean isPartial =
                fact instanceof BranchesTried || fact instanceof BranchesSettled || fact instanceof BranchesReversed;
        return isPartial && fact.getClass() == payloads.at(other).getClass();
    }

    /** Small numbers for things that are long to compare. */
    private static final class Numbers<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> things = new ArrayList<>();

        int of(T thing) {
            return numbers.computeIfAbsent(thing, next -> {
                things.add(next);
                return things.size() - 1;
            });
        }

        List<Integer> of(List<? extends T> list) {
            return list.stream().map(this::of).toList();
        }

        T at(int number) {
            return things.get(number);
        }

        List<T> at(List<Integer> list) {
            return list.stream().map(this::at).toList();
        }
    }
}
