package dev.sluice.load.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.invoice.Buyer;
import dev.sluice.load.invoice.InvoiceFile;
import dev.sluice.load.invoice.InvoiceLines;
import dev.sluice.load.provision.Survey.Need;
import dev.sluice.schemas.money.Money;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTest {
    private static final Buyer BUYER = new Buyer("17850", "Customer 17850", "United Kingdom");

    @TempDir
    Path folder;

    private InvoiceFile file;

    @BeforeEach
    void write() {
        file = InvoiceLines.file()
                .sale("1", "A", 2, "1.50")
                .sale("C2", "A", -1, "1.50")
                .sale("3", "A", 3, "1.75")
                .sale("3", "B", 1, "10")
                .sale("4", "C", 0, "1")
                .in(folder);
    }

    @Test
    void countsTheSliceButNeedsForTheWholeFile() {
        Survey survey = Survey.of(file, new Slice(1, 2));

        assertThat(survey.needs()).containsOnlyKeys("A").containsEntry("A", new Need("NAME OF A", gbp(150), 5));
        assertThat(survey.spending()).containsOnlyKeys(BUYER).containsEntry(BUYER, gbp(300 + 525 + 1_000));
        assertThat(survey.tally().invoices()).isEqualTo(2);
        assertThat(survey.tally().returns()).isEqualTo(1);
        assertThat(survey.tally().orders()).isEqualTo(1);
    }

    @Test
    void talliesEveryKindOfInvoice() {
        Tally tally = Survey.of(file, Slice.ALL).tally();

        assertThat(tally.invoices()).isEqualTo(4);
        assertThat(tally.lines()).isEqualTo(5);
        assertThat(tally.returnLines()).isEqualTo(1);
        assertThat(tally.empty()).isEqualTo(1);
        assertThat(tally.orders()).isEqualTo(2);
        assertThat(tally.orderLines()).isEqualTo(3);
        assertThat(tally.badLines()).hasSize(1);
    }

    private static Money gbp(long pence) {
        return new Money(pence, "GBP");
    }
}
