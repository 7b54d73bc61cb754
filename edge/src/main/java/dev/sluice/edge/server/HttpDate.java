package dev.sluice.edge.server;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The Date of an answer, written once a second. */
final class HttpDate {
    private final Clock clock;
    private volatile Second latest = new Second(-1, "");

    HttpDate(Clock clock) {
        this.clock = clock;
    }

    String now() {
        long second = clock.millis() / 1000;
        Second known = latest;
        if (known.epoch != second) {
            known = new Second(
                    second,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC)));
            latest = known;
        }
        return known.text;
    }

    private record Second(long epoch, String text) {}
}
