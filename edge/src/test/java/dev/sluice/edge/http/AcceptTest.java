package dev.sluice.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
    private static final List<String> OFFERS = List.of("application/json", "text/html");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                                                            | application/json",
                "*/*                                                             | application/json",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "application/json                                                | application/json",
                "Text/HTML                                                       | text/html",
                "text/*                                                          | text/html",
                "text/html;q=0.5, application/json;q=0.4                         | text/html",
                "text/html;q=0.5, application/json;level=1;q=0.6                 | application/json",
                "*/*, application/json;q=0                                       | text/html",
                "image/png                                                       | none",
                "text/html;q=0                                                   | none",
                "text/html;q=nonsense                                            | text/html",
            })
    void picksWhatTheClientLikesBest(String header, String best) {
        assertThat(Accept.best(header, OFFERS)).isEqualTo(best);
    }
}
