package dev.sluice.command.message;

import dev.sluice.schemas.message.Payload;
import java.util.List;

/** What a command comes to: facts about the aggregate, and messages that leave in the same commit. */
public record Decision<F extends Payload>(List<F> facts, List<Outgoing> messages) {

    public Decision {
        facts = List.copyOf(facts);
        messages = List.copyOf(messages);
    }

    public static <F extends Payload> Decision<F> nothing() {
        return new Decision<>(List.of(), List.of());
    }

    public static <F extends Payload> Decision<F> of(F fact, List<Outgoing> messages) {
        return new Decision<>(List.of(fact), messages);
    }
}
