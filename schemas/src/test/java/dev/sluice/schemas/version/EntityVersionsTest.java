package dev.sluice.schemas.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityVersionsTest {
    private final EntityVersions versions = new EntityVersions(List.of(
            new EntityVersion("order", "o-1", 3),
            new EntityVersion("product", "MUG.blue_1", 0),
            new EntityVersion("order", "o-1", 7),
            new EntityVersion("grab", "sale:ada", 12)));

    @Test
    void readBackAsTheyWereWritten() {
        assertThat(EntityVersions.parse(versions.toString())).isEqualTo(versions);
    }

    @Test
    void theLatestOfAnEntityCounts() {
        assertThat(versions.of("order", "o-1")).isEqualTo(7);
        assertThat(versions.of("product", "MUG.blue_1")).isZero();
        assertThat(versions.of("order", "o-2")).isEqualTo(EntityVersions.ANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "order", "order/o-1", "order/o-1=", "order/=1", "Order/o-1=1", "order/o-1=-1", "order/o 1=1"
            })
    void nothingElseIsRead(String text) {
        assertThatThrownBy(() -> EntityVersions.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
