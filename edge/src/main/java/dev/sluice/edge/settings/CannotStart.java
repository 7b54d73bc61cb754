package dev.sluice.edge.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Something that an operator can mend keeps the edge from starting. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String mend;

    public CannotStart(String what, String mend, @Nullable Throwable cause) {
        super(what, cause);
        this.mend = mend;
    }

    /** Makes Spring Boot print the mend instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<CannotStart> {
        @Override
        protected FailureAnalysis analyze(Throwable root, CannotStart cause) {
            return new FailureAnalysis(cause.getMessage(), cause.mend, cause);
        }
    }
}
