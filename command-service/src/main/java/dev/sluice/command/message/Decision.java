package dev.sluice.command.message;

import dev.sluice.schemas.message.Payload;
import java.util.List;
import java.util.stream.Stream;

/** What a command comes to: facts about the aggregate, and messages that leave in the same commit. */
public record Decision<F extends Payload>(List<F> facts, List<Outgoing> messages) {

    public Decision {
        facts = List.copyOf(facts);
        messages = List.copyOf(messages);
    }

    public static <F extends Payload> Decision<F> nothing() {
        return new Decision<>(List.of(), List.of());
    }

    /** Both, this one first. */
    public Decision<F> and(Decision<F> more) {
        return new Decision<>(
                Stream.concat(facts.stream(), more.facts.stream()).toList(),
                Stream.concat(messages.stream(), more.messages.stream()).toList());
    }

    public static <F extends Payload> Decision<F> of(F fact, List<Outgoing> messages) {
        return new Decision<>(List.of(fact), messages);
    }
}
