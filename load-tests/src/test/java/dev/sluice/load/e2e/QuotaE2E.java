package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.ShopApi;
import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.http.Answer;
import dev.sluice.schemas.message.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaE2E {
    /** More than a quota, however slowly they come. */
    private static final int MANY = 3_000;

    private static final byte[] MALFORMED = "{".getBytes(StandardCharsets.UTF_8);

    private final Sluice sluice = new Sluice();

    @Test
    void whoAsksTooMuchIsToldSoAndNobodyElse() {
        sluice.awaitReady();
        ShopApi greedy = sluice.shopper(Shop.unique("greedy"));
        Queue<Answer> refused = new ConcurrentLinkedQueue<>();

        Crowd.each(IntStream.range(0, MANY).boxed().toList(), 16, _ -> {
            if (refused.isEmpty()) {
                Answer answer = order(greedy);
                if (answer.status() != 400) {
                    refused.add(answer);
                }
            }
        });

        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.summary()).isEqualTo(429);
            assertThat(answer.retryAfter()).isPresent();
            assertThat(answer.problem()).isPresent();
            assertThat(answer.headers().firstValue("ratelimit-policy")).hasValue("\"orders\";q=300;w=10");
        });
        assertThat(order(sluice.shopper(Shop.unique("modest"))).status()).isEqualTo(400);
    }

    private static Answer order(ShopApi shopper) {
        return shopper.post("/orders", MALFORMED, Ids.next(), null);
    }
}
