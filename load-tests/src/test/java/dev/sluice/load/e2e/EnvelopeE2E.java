package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.http.Answer;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.payment.WalletFact.PartCredited;
import dev.sluice.schemas.promotion.EnvelopeFact.EnvelopeClosed;
import dev.sluice.schemas.promotion.EnvelopeFact.PartDrawn;
import dev.sluice.schemas.promotion.EnvelopeTerms;
import dev.sluice.schemas.view.OperationView;
import dev.sluice.schemas.view.OperationView.OperationStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sum in parts of random size: each drawn once, each in its wallet once, and not a penny astray. */
class EnvelopeE2E {
    private static final int PARTS = 10;
    private static final long TOTAL = 1_000;
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    @BeforeEach
    void ready() {
        sluice.awaitReady();
    }

    @Test
    void aCrowdDrawsAllPartsAndTheirSumIsInTheWallets() {
        String envelope = shop.envelope(new EnvelopeTerms(Shop.gbp(TOTAL), PARTS, LONG_AGO, NEVER));
        List<String> crowd =
                Stream.generate(() -> Shop.unique("cust")).limit(30).toList();
        Map<String, Money> drawn = new ConcurrentHashMap<>();
        Crowd.each(crowd, 10, customer -> {
            Answer answer = sluice.shopper(customer).drawPart(envelope, Ids.next());
            if (answer.body().contains("ENVELOPE_EMPTY")) {
                return;
            }
            OperationView view = answer.as(OperationView.class);
            assertThat(view.status()).isEqualTo(OperationStatus.SUCCEEDED);
            assertThat(view.amount()).isNotNull();
            drawn.put(customer, view.amount());
        });

        assertThat(drawn).hasSize(PARTS);
        assertThat(drawn.values().stream().mapToLong(Money::amount).sum()).isEqualTo(TOTAL);
        Sluice.await().untilAsserted(() -> assertThat(credited(crowd)).isEqualTo(drawn));
        String lucky = drawn.keySet().iterator().next();
        assertThat(sluice.shopper(lucky).drawPart(envelope, Ids.next()).body()).contains("ALREADY_OPENED");
    }

    @Test
    void whatIsLeftGoesBackWhenTheTimeIsOver() {
        Instant soon = Instant.now().plusSeconds(3);
        String envelope = shop.envelope(new EnvelopeTerms(Shop.gbp(TOTAL), PARTS, LONG_AGO, soon));
        assertThat(sluice.shopper(Shop.unique("cust"))
                        .drawPart(envelope, Ids.next())
                        .succeeded())
                .isTrue();

        Sluice.await()
                .untilAsserted(() -> assertThat(shop.envelopeFacts(envelope).getLast())
                        .isEqualTo(new EnvelopeClosed(envelope, Shop.gbp(TOTAL - drawn(envelope)))));
        assertThat(sluice.shopper(Shop.unique("cust"))
                        .drawPart(envelope, Ids.next())
                        .body())
                .contains("ENVELOPE_CLOSED");
    }

    /** Nothing, if the draw came too late. */
    private long drawn(String envelope) throws SQLException {
        return shop.envelopeFacts(envelope).stream()
                .mapToLong(
                        fact -> fact instanceof PartDrawn part ? part.amount().amount() : 0)
                .sum();
    }

    private Map<String, Money> credited(List<String> customers) throws SQLException {
        Map<String, Money> credited = new HashMap<>();
        for (String customer : customers) {
            for (WalletFact fact : shop.walletFacts(customer)) {
                credited.merge(customer, ((PartCredited) fact).amount(), Money::plus);
            }
        }
        return credited;
    }
}
