package dev.sluice.command.order;

import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import java.util.List;

/** All answers that one turn holds for an order: they are decided on together, and come to at most one fact about progress. */
public record AnswerBranches(String orderId, List<BranchAnswered> answers) {
    public AnswerBranches {
        answers = List.copyOf(answers);
    }
}
