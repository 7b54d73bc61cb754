package dev.sluice.load.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeIdTest {

    @ParameterizedTest
    @CsvSource({"85123A,85123A", "BANK CHARGES,BANK_CHARGES", "A_B,A.5FB", "A.B,A.2EB", "gift/£10,gift.2F.C2.A310"})
    void staysReadable(String code, String id) {
        assertThat(SafeId.of(code)).isEqualTo(id);
    }

    @Test
    void keepsCodesApartWhateverTheyHold() {
        Random random = new Random(42);
        Map<String, String> codes = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            String code = code(random);
            String id = SafeId.of(code);
            assertThat(id).matches("[A-Za-z0-9._-]{1,64}");
            assertThat(codes.merge(id, code, (a, b) -> a)).as(id).isEqualTo(code);
        }
    }

    /** From few characters, those that the mapping itself uses among them, so that collisions would show. */
    private static String code(Random random) {
        String alphabet = "aA0 ._-2EFé";
        int length = 1 + (random.nextInt(20) == 0 ? random.nextInt(90) : random.nextInt(5));
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < length; i++) {
            code.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return code.toString();
    }
}
