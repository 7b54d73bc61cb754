package dev.sluice.command.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.parking.Queue.Letter;
import dev.sluice.schemas.parking.ParkingAct;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueTest {

    private static final ParkingAct RETRY = new ParkingAct(ParkingAct.Kind.RETRY, "op", "olga", Instant.EPOCH);
    private static final Letter LETTER = Letter.first();
    private static final Lane TEA = new Lane(1, "tea");

    @Test
    void restsBehindALetterUntilItIsReleased() {
        Queue resting = new Queue(2, 0, LETTER);
        assertThat(resting.isOpen()).isFalse();
        assertThat(resting.headedBy(LETTER.released(RETRY)).isOpen()).isTrue();
        assertThat(resting.withoutHead().isOpen()).isTrue();
        assertThat(resting.withoutHead().withoutHead().isOpen())
                .as("nobody is left")
                .isFalse();
        assertThat(resting.headedBy(LETTER.released(RETRY).failedAgain()).isOpen())
                .isFalse();
    }

    @Test
    void tellsOfEachWhileTheyAreFewAndOfATenthMoreWhenTheyAreMany() {
        Queue queue = new Queue(1, 0, LETTER);
        int told = 0;
        for (int i = 0; i < 10; i++) {
            queue = queue.longer();
            assertThat(queue.isNews()).isTrue();
            queue = queue.allTold();
        }
        for (int i = 0; i < 990; i++) {
            queue = queue.longer();
            if (queue.isNews()) {
                told++;
                queue = queue.allTold();
            }
        }
        assertThat(queue.waiting()).isEqualTo(1000);
        assertThat(told).isBetween(30, 60);
    }

    @Test
    void whatATurnMakesOfQueuesIsForgottenWithIt() {
        Queues queues = new Queues();
        queues.claimed(Set.of(1), Map.of(TEA, new Queue(1, 0, LETTER)));
        queues.put(TEA, new Queue(0, 0, null));
        assertThat(queues.find(TEA)).isNull();
        queues.forget();
        assertThat(queues.find(TEA)).isNotNull();
        assertThat(queues.firstOpen()).isNull();
        queues.put(TEA, new Queue(1, 0, null));
        queues.committed();
        assertThat(queues.firstOpen()).isEqualTo(TEA);
        queues.released(Set.of(1));
        assertThat(queues.find(TEA)).isNull();
    }
}
