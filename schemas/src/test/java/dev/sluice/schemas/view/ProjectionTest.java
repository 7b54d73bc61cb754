package dev.sluice.schemas.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    @Test
    void namesItsPlacesByGeneration() {
        assertThat(Projection.ORDER_STATUS.topic(1)).isEqualTo("views.order-status.g1");
        assertThat(Projection.ORDER_STATUS.redisKey(2, "0195")).isEqualTo("order-status:g2:0195");
        assertThat(Projection.BACK_OFFICE_ORDERS.index(3)).isEqualTo("back-office-orders-g3");
    }

    @Test
    void hasAnIdOfItsOwn() {
        assertThat(Arrays.stream(Projection.values()).map(Projection::id)).doesNotHaveDuplicates();
    }
}
