package dev.sluice.command.ordering;

import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.kafka.Cluster;
import dev.sluice.command.order.AnswerBranches;
import dev.sluice.command.price.RowFeed;
import dev.sluice.command.price.RowFeed.RowTopics;
import dev.sluice.command.turn.BoundedContext.Work;
import dev.sluice.command.turn.Incoming.Legible;
import dev.sluice.command.turn.Position;
import dev.sluice.schemas.order.OrderCommand;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import dev.sluice.schemas.tcc.BranchOutcome;
import dev.sluice.schemas.wire.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderingContextTest {

    private final OrderingContext ordering = new OrderingContext(
            new RowFeed("nowhere:1", new Cluster("nowhere:1"), new RowTopics("products", "coupons", "campaigns")),
            Clock.systemUTC(),
            Duration.ofSeconds(30));

    private static Legible at(long offset, OrderCommand command) {
        return new Legible(
                0,
                new Position(offset, 0),
                new Position(offset + 1, 0),
                new Message<>("m" + offset, "/x", command.orderId(), Instant.EPOCH, null, command));
    }

    private static BranchAnswered tried(String orderId, String sku) {
        return new BranchAnswered(orderId, STOCK, sku, null, BranchOutcome.TRIED, null, null);
    }

    @Test
    void theAnswersToAnOrderAreOneCommandAtThePlaceOfTheFirst() {
        Legible first = at(0, tried("a", "tea"));
        Legible other = at(1, tried("b", "tea"));
        Legible check = at(2, new CheckDeadline("a"));
        Legible last = at(3, tried("a", "mug"));
        assertThat(ordering.plan(List.of(first, other, check, last)))
                .containsExactly(
                        new Work(new AnswerBranches("a", List.of(tried("a", "tea"), tried("a", "mug"))), first),
                        new Work(new AnswerBranches("b", List.of(tried("b", "tea"))), other),
                        new Work(new CheckDeadline("a"), check));
    }
}
