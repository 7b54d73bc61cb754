package dev.sluice.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RefreshesTest {
    private final List<CompletableFuture<Void>> begun = new ArrayList<>();
    private final Refreshes refreshes = new Refreshes(_ -> {
        begun.add(new CompletableFuture<>());
        return begun.getLast();
    });

    @Test
    void whoeverComesWhileOneRunsSharesTheNext() {
        CompletableFuture<?> first = refreshes.of("orders");
        CompletableFuture<?> second = refreshes.of("orders");
        CompletableFuture<?> third = refreshes.of("orders");
        assertThat(begun).hasSize(1);

        begun.getFirst().complete(null);
        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        assertThat(begun).hasSize(2);

        begun.getLast().complete(null);
        assertThat(second).isCompleted();
        assertThat(third).isCompleted();
    }

    @Test
    void oneThatFailsHoldsNobodyUp() {
        CompletableFuture<?> first = refreshes.of("orders");
        CompletableFuture<?> second = refreshes.of("orders");
        begun.getFirst().completeExceptionally(new IllegalStateException("away"));
        begun.getLast().complete(null);

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompleted();
        assertThat(refreshes.of("orders")).isNotDone();
        assertThat(begun).hasSize(3);
    }

    @Test
    void oneIndexDoesNotWaitForAnother() {
        var _ = refreshes.of("orders");
        var _ = refreshes.of("products");

        assertThat(begun).hasSize(2);
    }
}
