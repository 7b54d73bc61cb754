package dev.sluice.command.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ModelTest {
    private static final long SCHEDULES = 20_000;

    @Test
    void everyScheduleEndsWithNothingLostAndNothingTwice() {
        assertThat(Model.objections(LongStream.range(0, SCHEDULES), Mutant.NONE, () -> {}))
                .as("replay one with: ./sluice chaos model --seed S")
                .isEmpty();
    }

    @Test
    void schedulesDecideBothWaysAndMeetEveryFault() {
        AtomicLong confirmed = new AtomicLong();
        AtomicLong rejected = new AtomicLong();
        List<String> trace = new ArrayList<>();
        for (long seed = 0; seed < 200; seed++) {
            World.run(seed, Mutant.NONE, trace::add);
        }
        trace.forEach(step -> {
            confirmed.addAndGet(step.contains(OrderConfirmed.class.getSimpleName()) ? 1 : 0);
            rejected.addAndGet(step.contains(OrderRejected.class.getSimpleName()) ? 1 : 0);
        });
        assertThat(confirmed.get()).isGreaterThan(100);
        assertThat(rejected.get()).isGreaterThan(100);
        for (String what : List.of(
                "crash of",
                "died before the commit",
                "ReservationBarred",
                "FreezeBarred",
                "DeadlinePassed",
                "UnitsReleased",
                "OrderCancelled",
                "UnitsReturned",
                "FundsRefunded",
                "ReturnSettled",
                "FundsCaptured")) {
            assertThat(trace).as(what).anyMatch(step -> step.contains(what));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void objectsToEveryWayOfBreakingTheProtocol(Mutant mutant) {
        assertThat(LongStream.range(0, SCHEDULES)
                        .filter(seed -> World.run(seed, mutant, step -> {}).isPresent())
                        .findFirst())
                .as("a schedule that shows it")
                .isPresent();
    }

    @Test
    void aSeedIsOneSchedule() {
        List<String> first = new ArrayList<>();
        List<String> again = new ArrayList<>();

        World.run(42, Mutant.NONE, first::add);
        World.run(42, Mutant.NONE, again::add);

        assertThat(again).isEqualTo(first).hasSizeGreaterThan(50);
    }
}
