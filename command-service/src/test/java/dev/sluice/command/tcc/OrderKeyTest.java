package dev.sluice.command.tcc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderKeyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01a213b4-8297-7492-b2bf-7f5f37f8f6af",
                "01A213B4-8297-7492-b2bf-7f5f37f8f6af",
                "ffffffff-ffff-ffff-ffff-ffffffffffff",
                "0000000001a213b4-8297-7492-b2bf-f6af",
                "-----------------------------------1",
                "01a213b4-8297-7492-b2bf-7f5f37f8f6ag",
                "01a213b482977492b2bf7f5f37f8f6af",
                "o-1",
                ""
            })
    void givesBackTheIdThatItStandsFor(String orderId) {
        assertThat(OrderKey.of(orderId).orderId()).isEqualTo(orderId);
        assertThat(OrderKey.of(orderId)).isEqualTo(OrderKey.of(orderId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01A213B4-8297-7492-b2bf-7f5f37f8f6af", "01a213b482977492b2bf7f5f37f8f6af"})
    void tellsOtherSpellingsApart(String other) {
        assertThat(OrderKey.of(other)).isNotEqualTo(OrderKey.of("01a213b4-8297-7492-b2bf-7f5f37f8f6af"));
    }
}
