package dev.sluice.command.hosting;

import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.operation.OperationOutcome.Refused;
import dev.sluice.schemas.operation.OperationOutcome.Succeeded;
import dev.sluice.schemas.parking.ParkingAct.Kind;
import dev.sluice.schemas.parking.ParkingCommand;
import dev.sluice.schemas.parking.ParkingCommand.EditMessage;
import dev.sluice.schemas.parking.ParkingCommand.RetryMessage;
import dev.sluice.schemas.parking.ParkingCommand.SkipMessage;
import dev.sluice.schemas.parking.ParkingFact;
import dev.sluice.schemas.parking.ParkingFact.MessageParked;
import dev.sluice.schemas.parking.ParkingFact.MessageReleased;
import dev.sluice.schemas.parking.ParkingFact.MessagesWaiting;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.stock.StockFact.UnitsReserved;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.wire.Message;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators do about parked messages, on a real MySQL and Kafka. */
class ParkingIT {

    private static final Instant EXPIRY = Instant.parse("2100-01-01T00:00:00Z");

    private final Hosted stock = new Hosted(ContextName.STOCK);

    @AfterEach
    void close() {
        stock.close();
    }

    private static TryBranch attempt(String orderId, long units) {
        return new TryBranch(orderId, STOCK, "bad", units, "pcs", EXPIRY);
    }

    /** A poisoned message, two that wait behind it, and one that has nothing to do with them. */
    private MessageParked poison() {
        stock.send("bad", new CountStock("count-bad", "bad", 5));
        stock.send("bad", attempt("poison", -1));
        stock.send("bad", attempt("first", 2));
        stock.send("good", new CountStock("count-good", "good", 7));
        stock.startAndAwait();
        stock.awaitDone();
        stock.send("bad", attempt("second", 3));
        stock.awaitDone();
        assertThat(stock.facts("good")).containsExactly(new StockCounted("good", 7, 0));
        assertThat(stock.facts("bad")).containsExactly(new StockCounted("bad", 5, 0));
        assertThat(stock.count("parked")).isEqualTo(3);
        return (MessageParked) told().getFirst();
    }

    private List<ParkingFact> told() {
        return stock.sent().stream()
                .map(Message::data)
                .filter(ParkingFact.class::isInstance)
                .map(ParkingFact.class::cast)
                .toList();
    }

    private List<OperationOutcome> outcomes(Predicate<OperationOutcome> which) {
        return stock.sent().stream()
                .map(Message::data)
                .filter(OperationOutcome.class::isInstance)
                .map(OperationOutcome.class::cast)
                .filter(which)
                .toList();
    }

    private OperationOutcome ask(ParkingCommand command) {
        stock.send("bad", command);
        Predicate<OperationOutcome> mine = outcome -> outcome.operationId().equals(command.operationId());
        await("outcome").until(() -> !outcomes(mine).isEmpty());
        return outcomes(mine).getFirst();
    }

    @Test
    void whatIsParkedIsToldAndWaitsAcrossARestartUntilItIsSkipped() {
        MessageParked parked = poison();
        assertThat(parked.context()).isEqualTo("stock");
        assertThat(parked.topic()).isEqualTo(stock.names.topic());
        assertThat(parked.key()).isEqualTo("bad");
        assertThat(parked.error()).contains("negative amount");
        assertThat(parked.message().type()).isEqualTo("tcc.TryBranch.v1");
        assertThat(parked.message().data()).contains("\"poison\"");
        assertThat(told()).last().isInstanceOfSatisfying(MessagesWaiting.class, waiting -> {
            assertThat(waiting.letterId()).isEqualTo(parked.letterId());
            assertThat(waiting.waiting()).isEqualTo(2);
        });
        stock.stop();
        stock.startAndAwait();

        OperationOutcome outcome = ask(new SkipMessage("skip", parked.letterId(), "olga"));

        assertThat(outcome).isInstanceOf(Succeeded.class);
        await("all carried out").until(() -> stock.count("parked") == 0);
        assertThat(stock.facts("bad"))
                .containsExactly(
                        new StockCounted("bad", 5, 0),
                        new UnitsReserved("bad", "first", 2, EXPIRY, 5, 2),
                        new UnitsReserved("bad", "second", 3, EXPIRY, 5, 5));
        assertThat(told()).last().isInstanceOfSatisfying(MessageReleased.class, released -> {
            assertThat(released.letterId()).isEqualTo(parked.letterId());
            assertThat(released.act().kind()).isEqualTo(Kind.SKIP);
            assertThat(released.act().requestedBy()).isEqualTo("olga");
        });
        assertThat(stock.sent())
                .extracting(message -> message.source() + "/" + message.id())
                .doesNotHaveDuplicates();
    }

    @Test
    void aRetryThatFailsIsParkedAgainAndAnEditReleasesItInOrder() {
        MessageParked parked = poison();

        OperationOutcome retried = ask(new RetryMessage("retry", parked.letterId(), "olga"));

        assertThat(retried)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Rejection.FailedAgain.class));
        assertThat(told()).last().isInstanceOfSatisfying(MessageParked.class, again -> {
            assertThat(again.letterId()).isEqualTo(parked.letterId());
            assertThat(again.attempts()).isEqualTo(2);
            assertThat(again.waiting()).isEqualTo(2);
        });
        assertThat(stock.count("parked")).isEqualTo(3);

        String data = "{\"orderId\":\"mended\",\"participant\":\"STOCK\",\"key\":\"bad\",\"amount\":1,\"unit\":\"pcs\","
                + "\"expiresAt\":\"" + EXPIRY + "\"}";
        OperationOutcome edited = ask(new EditMessage("edit", parked.letterId(), data, "otto"));

        assertThat(edited).isInstanceOf(Succeeded.class);
        await("all carried out").until(() -> stock.count("parked") == 0);
        assertThat(stock.facts("bad").subList(1, 3))
                .containsExactly(
                        new UnitsReserved("bad", "mended", 1, EXPIRY, 5, 1),
                        new UnitsReserved("bad", "first", 2, EXPIRY, 5, 3));
        assertThat(stock.sent())
                .extracting(message -> message.source() + "/" + message.id())
                .doesNotHaveDuplicates();
    }

    @Test
    void aCommandThatIsRepeatedChangesNothingTwice() {
        MessageParked parked = poison();
        RetryMessage retry = new RetryMessage("retry", parked.letterId(), "olga");
        ask(retry);

        stock.send("bad", retry);
        stock.send("good", retry);
        stock.awaitDone();

        assertThat(outcomes(outcome -> outcome.operationId().equals("retry"))).hasSize(1);
        assertThat(told()).filteredOn(MessageParked.class::isInstance).hasSize(2);
        OperationOutcome late = ask(new SkipMessage("skip", "no such letter", "olga"));
        assertThat(late)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(new Rejection.NotParked("no such letter")));
    }

    @Test
    void oneOfThoseWaitingThatFailsTooIsTheNextLetter() {
        MessageParked parked = poison();
        stock.send("bad", attempt("also bad", -2));
        stock.send("bad", attempt("last", 0));
        stock.awaitDone();

        ask(new SkipMessage("skip", parked.letterId(), "olga"));
        await("the next one is parked")
                .until(() -> told().getLast() instanceof MessageParked next
                        && !next.letterId().equals(parked.letterId()));

        assertThat(stock.count("parked")).isEqualTo(2);
        assertThat(stock.facts("bad")).hasSize(3);
        MessageParked next = (MessageParked) told().getLast();
        assertThat(next.attempts()).isEqualTo(1);
        assertThat(next.waiting()).isEqualTo(1);
        assertThat(ask(new SkipMessage("skip again", next.letterId(), "olga"))).isInstanceOf(Succeeded.class);
        await("all carried out").until(() -> stock.count("parked") == 0);
    }

    @Test
    void whatWasReleasedBeforeACrashIsCarriedOutAfterIt() {
        MessageParked parked = poison();
        stock.stop();
        // As the turn of a retry leaves it, and the edit of an earlier version of the row: nobody has carried it out
        // yet.
        Servers.execute("UPDATE " + stock.table("parked")
                + " SET content = REPLACE(CONVERT(content USING utf8mb4), '-1', '1'), act = '{\"kind\":\"RETRY\","
                + "\"operationId\":\"retry\",\"requestedBy\":\"olga\",\"at\":\"2026-01-01T00:00:00Z\"}'"
                + " WHERE letter_id = '" + parked.letterId() + "'");

        stock.startAndAwait();

        await("all carried out").until(() -> stock.count("parked") == 0);
        assertThat(stock.facts("bad").get(1)).isEqualTo(new UnitsReserved("bad", "poison", 1, EXPIRY, 5, 1));
        assertThat(outcomes(outcome -> outcome.operationId().equals("retry")))
                .singleElement()
                .isInstanceOf(Succeeded.class);
    }
}
