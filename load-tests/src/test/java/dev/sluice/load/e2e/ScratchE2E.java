package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.http.Answer;
import dev.sluice.load.rebuild.Projections;
import dev.sluice.load.rebuild.Projections.Row;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A view from somewhere in the middle of the log, beside the live one, to be looked at. */
class ScratchE2E {
    private static final String NAME = "back-office-orders";

    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);
    private final Projections projections = new Projections(sluice.admin());
    private final String scratch = Shop.unique("s").substring(0, 30);

    @Test
    void showsWhatHappenedSinceAndHowThatDiffersAndIsDeleted() throws Exception {
        sluice.awaitReady();
        String customer = shop.customer(10_000);
        String sku = shop.product(10, 250);
        String before = shop.buys(customer, sku, 1).id();
        new BackOffice(sluice).awaitSettled(customer, 1);
        Instant since = Instant.now();
        String after = shop.buys(customer, sku, 1).id();
        new BackOffice(sluice).awaitSettled(customer, 2);

        Launcher.Ended built = Launcher.run("rebuild", NAME, "--as", scratch, "--from", since.toString());
        assertThat(built.code()).as(built.output()).isZero();

        assertThat(projections.scratch(NAME, scratch))
                .hasValueSatisfying(row -> assertThat(row.role()).isEqualTo("SCRATCH"));
        assertThat(lines("documents?generation=live")).contains(before).contains(after);
        // Its customer and its product became known long before.
        Sluice.await()
                .untilAsserted(() -> assertThat(lines("documents?generation=" + scratch))
                        .doesNotContain(before)
                        .contains(after)
                        .contains("Customer " + customer)
                        .contains("\"kind\":\"complete\""));
        Launcher.Ended compared = Launcher.run("compare", NAME, "live", scratch);
        assertThat(compared.code()).as(compared.output()).isEqualTo(1);
        assertThat(compared.output()).containsPattern("only-left +" + before).doesNotContain(after);
        assertThat(projections.row(NAME, "LIVE").map(Row::generation))
                .isNotEqualTo(projections.scratch(NAME, scratch).map(Row::generation));

        assertThat(Launcher.run("rebuild", NAME, "--drop", scratch).code()).isZero();
        Sluice.await().until(() -> projections.scratch(NAME, scratch).isEmpty());
        assertThat(send("documents?generation=" + scratch).status()).isEqualTo(400);
    }

    @Test
    void theSameGenerationDoesNotDifferFromItself() throws Exception {
        sluice.awaitReady();
        String sku = shop.product(10, 250);

        Launcher.Ended compared = Launcher.run("compare", "product-page", "live", "live", "--store", "elasticsearch");

        assertThat(compared.code()).as(compared.output()).isZero();
        assertThat(compared.output()).contains(" 0 differ").doesNotContain(sku);
        assertThat(Launcher.run("compare", "product-page", "live", "nothing").code())
                .isEqualTo(2);
    }

    private String lines(String what) {
        Answer answer = send(what);
        assertThat(answer.status()).as(answer.summary()).isEqualTo(200);
        return answer.body();
    }

    private Answer send(String what) {
        return sluice.send(() -> HttpRequest.newBuilder(sluice.at("/admin/projections/" + NAME + "/" + what))
                .header("Authorization", "Bearer " + sluice.adminToken())
                .build());
    }
}
