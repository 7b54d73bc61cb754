package dev.sluice.command.hosting;

import dev.sluice.command.mistake.OperatorMistake;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in a line what an operator would otherwise look for in a stack trace, or in what Boot says of a failed binding. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MistakeAnalyzer extends AbstractFailureAnalyzer<OperatorMistake> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OperatorMistake cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
