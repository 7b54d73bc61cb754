package dev.sluice.projector.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.projector.TestBench;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.operation.OperationOutcome.Refused;
import dev.sluice.schemas.operation.OperationOutcome.Succeeded;
import dev.sluice.schemas.rejection.Rejection.BelowReserved;
import dev.sluice.schemas.view.OperationView;
import dev.sluice.schemas.view.OperationView.OperationStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsTopologyTest {
    private static final Instant AT = Instant.parse("2026-01-01T10:00:00Z");
    private static final Succeeded DONE = new Succeeded("op-1", "product", "sku-1", 3, AT);
    private static final Refused REFUSED = new Refused("op-2", "stock", "sku-1", new BelowReserved("sku-1", 1, 2), AT);

    @TempDir
    private Path directory;

    private TestBench bench;

    @BeforeEach
    void start() {
        bench = new TestBench(new OperationsTopology("outcomes", TestBench.VIEW).get(), directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void everyOutcomeOfAPackIsKnownByItsOperation() {
        packed(DONE, REFUSED);

        assertThat(bench.documents(OperationView.class))
                .isEqualTo(Map.of(
                        "op-1",
                        new OperationView("op-1", OperationStatus.SUCCEEDED, "product", "sku-1", 3L, null, AT, null),
                        "op-2",
                        new OperationView(
                                "op-2", OperationStatus.REFUSED, "stock", "sku-1", null, REFUSED.reason(), AT, null)));
    }

    @Test
    void aPackThatCannotBeReadIsSetAsideAndTheNextIsRead() {
        bench.send("outcomes", "any", new RecordHeaders(), TestBench.utf8("[{\"specversion\":\"1.0\"}]"));
        packed(DONE);

        assertThat(bench.rejected()).hasSize(1);
        assertThat(bench.documents(OperationView.class)).containsOnlyKeys("op-1");
    }

    private void packed(OperationOutcome... outcomes) {
        bench.packed("outcomes", List.of(outcomes));
    }
}
