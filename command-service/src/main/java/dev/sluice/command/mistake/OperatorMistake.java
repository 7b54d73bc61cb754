package dev.sluice.command.mistake;

import org.jspecify.annotations.Nullable;

/** Something that only an operator can mend keeps the service from starting; the message is the one line that says how. */
public class OperatorMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OperatorMistake(String mend) {
        this(mend, null);
    }

    public OperatorMistake(String mend, @Nullable Throwable cause) {
        super(mend, cause);
    }
}
