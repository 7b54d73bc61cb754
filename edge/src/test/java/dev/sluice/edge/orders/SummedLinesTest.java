package dev.sluice.edge.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.edge.http.Refusal;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.RequestedLine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SummedLinesTest {
    private static final Money PENNY = new Money(1, "GBP");

    @Test
    void addsWhatIsOfOneSkuAndKeepsTheOrder() {
        assertThat(SummedLines.of(List.of(line("B", 1), line("A", 2), line("B", 3))))
                .containsExactly(line("B", 4), line("A", 2));
    }

    @Test
    void keepsAPriceThatAllLinesOfTheSkuAgreeOn() {
        assertThat(SummedLines.of(List.of(line("A", 1, PENNY), line("A", 1, PENNY))))
                .containsExactly(line("A", 2, PENNY));
    }

    @Test
    void refusesTwoPricesForOneSku() {
        assertThat(flaws(line("A", 1, PENNY), line("A", 1, new Money(2, "GBP"))))
                .containsExactly("/lines/1/unitPrice");
        assertThat(flaws(line("A", 1, PENNY), line("A", 1, null))).containsExactly("/lines/1/unitPrice");
        assertThat(flaws(line("A", 1, PENNY), line("A", 1, new Money(1, "EUR"))))
                .containsExactly("/lines/1/unitPrice");
    }

    @Test
    void refusesASumThatNoSingleLineMayHave() {
        assertThat(flaws(line("A", 1_000_000), line("B", 1), line("A", 1), line("A", 1)))
                .containsExactly("/lines/2/quantity", "/lines/3/quantity");
    }

    private static List<String> flaws(RequestedLine... lines) {
        Refusal refusal = assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SummedLines.of(List.of(lines)))
                .actual();
        List<Problem.Flaw> flaws =
                Json.MAPPER.readValue(refusal.answer().body(), Problem.class).errors();
        return flaws == null
                ? List.of()
                : flaws.stream().map(Problem.Flaw::pointer).toList();
    }

    private static RequestedLine line(String sku, long quantity) {
        return line(sku, quantity, null);
    }

    private static RequestedLine line(String sku, long quantity, @Nullable Money price) {
        return new RequestedLine(sku, quantity, price);
    }
}
