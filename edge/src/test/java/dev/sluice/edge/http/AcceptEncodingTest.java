package dev.sluice.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                     | false",
                "gzip, deflate, br, zstd  | true",
                "GZIP                     | true",
                "br, x-gzip               | true",
                "br                       | false",
                "identity                 | false",
                "*                        | true",
                "*;q=0                    | false",
                "gzip;q=0                 | false",
                "*, gzip;q=0              | false",
                "gzip;q=0.000, *          | false",
                "deflate, gzip;q=1.0      | true",
                "br;q=1.0, gzip ; q=0.2   | true",
                "gzipped                  | false",
            })
    void tellsWhoCanUndoGzip(String header, boolean takes) {
        assertThat(AcceptEncoding.takesGzip(header)).isEqualTo(takes);
    }
}
