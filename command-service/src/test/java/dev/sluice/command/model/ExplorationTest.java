package dev.sluice.command.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three participants at once, exhaustively. Cancellations, with ten times the states, are left to {@code chaos model}. */
class ExplorationTest {

    @ParameterizedTest
    @EnumSource
    void everyWayOfACheckoutEndsWell(Shortage shortage) {
        Exploration.Result result = shortage.checkout(Mutant.NONE);
        assertThat(result.objection()).isEmpty();
        assertThat(result.states()).isGreaterThan(100_000);
        assertThat(result.ends()).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_BAR", "FORGETFUL_PARTICIPANT", "HASTY_COORDINATOR", "FORGETFUL_COORDINATOR"})
    void objectsToABrokenFenceAndABrokenCoordinator(Mutant mutant) {
        assertThat(Shortage.COUPON.checkout(mutant).objection()).isPresent();
    }
}
