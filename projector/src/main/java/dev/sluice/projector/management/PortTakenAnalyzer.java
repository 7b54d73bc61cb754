package dev.sluice.projector.management;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do instead of a stack trace. */
public final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortTaken> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortTaken cause) {
        return new FailureAnalysis(
                "The management endpoint cannot listen on port " + cause.port() + ": another process does.",
                "Stop that process, or set SLUICE_PROJECTOR_PORT to a free port.",
                cause);
    }
}
