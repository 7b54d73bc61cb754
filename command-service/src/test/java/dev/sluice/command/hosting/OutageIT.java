package dev.sluice.command.hosting;

import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.payment.WalletCommand.SetBalance;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.stock.StockFact.UnitsReserved;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.wire.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** MySQL comes late, breaks in the middle of turns, hangs, or loses its voice after a commit: every message counts once. */
@Execution(ExecutionMode.CONCURRENT)
class OutageIT {

    private static final Instant EXPIRY = Instant.parse("2100-01-01T00:00:00Z");

    private final Hosted stock = new Hosted(ContextName.STOCK);
    private final AtomicInteger orders = new AtomicInteger();

    @BeforeEach
    void count() {
        stock.send("tea", new CountStock("op", "tea", 1_000_000));
    }

    @AfterEach
    void close() {
        stock.close();
    }

    private void order(int times) {
        for (int i = 0; i < times; i++) {
            int number = orders.incrementAndGet();
            stock.send("tea", new TryBranch("o" + number, STOCK, "tea", 1, "pcs", EXPIRY));
        }
    }

    private void awaitTrouble() {
        await().atMost(Duration.ofSeconds(20)).until(() -> stock.trouble() != null);
    }

    private void assertThatEveryOrderCountedOnce() {
        stock.awaitDone();
        int n = orders.get();
        assertThat(stock.facts("tea")).hasSize(n + 1);
        assertThat(stock.facts("tea").getLast()).isEqualTo(new UnitsReserved("tea", "o" + n, 1, EXPIRY, 1_000_000, n));
        assertThat(stock.sent()).hasSize(n + 1);
        assertThat(stock.sent()).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(stock.count("parked")).isZero();
    }

    @Test
    void itStartsWithoutMySqlAndWaits() {
        stock.link().cut();
        stock.start();
        order(10);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stock.trouble()).startsWith("MySQL"));
        stock.link().mend();
        stock.awaitReady();
        assertThatEveryOrderCountedOnce();
    }

    @Test
    void aMemberWithoutAPartitionIsReadyOnlyWithItsSchema() {
        try (Hosted payment = Hosted.withoutTopic(ContextName.PAYMENT)) {
            payment.startAndAwait();
            assertThat(payment.count("inbox")).isZero();
            payment.createTopic();
            payment.send("ann", new SetBalance("op", "ann", new Money(100, "GBP")));
            payment.awaitDone();
            assertThat(payment.facts("ann")).hasSize(1);
        }
    }

    @Test
    void itNoticesAnOutageWhileIdle() {
        stock.startAndAwait();
        stock.awaitDone();
        stock.link().cut();
        awaitTrouble();
        stock.link().mend();
        stock.awaitReady();
    }

    @Test
    void killsInTheMiddleOfTurnsLoseAndDoubleNothing() {
        stock.startAndAwait();
        for (int kill = 0; kill < 40; kill++) {
            stock.link().breakAfter(100 + 150L * kill);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                order(5);
                return stock.link().isFuseBlown();
            });
        }
        assertThatEveryOrderCountedOnce();
    }

    @Test
    void aServerThatHangsIsWaitedOut() {
        stock.startAndAwait();
        order(20);
        stock.link().freeze();
        order(20);
        awaitTrouble();
        stock.link().mend();
        order(20);
        assertThatEveryOrderCountedOnce();
    }

    @Test
    void aCommitWithoutAnAnswerIsLookedUpNotRepeated() {
        stock.startAndAwait();
        for (int silence = 0; silence < 3; silence++) {
            order(10);
            stock.link().deafen();
            order(10);
            awaitTrouble();
            stock.link().breakAll();
            stock.link().mend();
            stock.awaitReady();
        }
        assertThatEveryOrderCountedOnce();
    }
}
