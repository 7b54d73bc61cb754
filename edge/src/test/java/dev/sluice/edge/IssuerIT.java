package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Reply;
import dev.sluice.schemas.message.Ids;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuerIT {
    private final Issuer issuer = new Issuer();
    private final String order = "/orders/" + Ids.next();

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void isAskedForItsKeysOnceAndAgainForAKeyThatIsNew() {
        try (RunningEdge edge = RunningEdge.trusting(issuer)) {
            Api api = edge.api();
            assertThat(api.get(order, issuer.shopper("c")).status()).isEqualTo(404);
            assertThat(api.get(order, issuer.shopper("d")).status()).isEqualTo(404);
            assertThat(issuer.asked()).isEqualTo(1);

            issuer.rotate();

            assertThat(api.get(order, issuer.shopper("c")).status()).isEqualTo(404);
            assertThat(issuer.asked()).isEqualTo(2);
        }
    }

    @Test
    void isNotAskedForEachUnknownKey() {
        try (RunningEdge edge = RunningEdge.trusting(issuer)) {
            for (int i = 0; i < 50; i++) {
                assertThat(edge.api().get(order, issuer.unknownKey()).status()).isEqualTo(401);
            }
            assertThat(issuer.asked()).isLessThan(25);
        }
    }

    @Test
    void mayBeAwayAtTheStart() {
        try (RunningEdge edge = new RunningEdge(Map.of())) {
            for (int i = 0; i < 3; i++) {
                Reply reply = edge.api().get(order, issuer.shopper("c"));

                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.isProblem()).isTrue();
                assertThat(reply.header("Retry-After")).isNotEmpty();
            }
        }
    }
}
