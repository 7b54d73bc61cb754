package dev.sluice.command.health;

import dev.sluice.command.mistake.OperatorMistake;

/** The management port cannot be opened. Its message says the mend. */
public final class PortTaken extends OperatorMistake {
    private static final long serialVersionUID = 1L;

    PortTaken(int port, Throwable cause) {
        super("port " + port + " is taken: stop whoever has it, or choose another by SLUICE_COMMAND_PORT", cause);
    }
}
