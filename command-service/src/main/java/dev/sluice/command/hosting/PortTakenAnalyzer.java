package dev.sluice.command.hosting;

import dev.sluice.command.health.PortTaken;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a line what an operator would otherwise look for in a stack trace. */
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortTaken> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortTaken cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
