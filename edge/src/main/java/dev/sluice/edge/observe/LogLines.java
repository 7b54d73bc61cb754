package dev.sluice.edge.observe;

import dev.sluice.edge.exchange.Exchange;
import dev.sluice.edge.http.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Lines of JSON, written by hand: a line is wanted for every request, and a general writer takes four times as long. */
final class LogLines {
    private static final int MICROS_DIGITS = 6;

    private final StringBuilder text = new StringBuilder();
    private long second = Long.MIN_VALUE;
    private String date = "";

    /** @param ended when the answer was given; the line tells when the request's head was there */
    void add(Instant ended, Exchange exchange) {
        time(ended.minusNanos(exchange.nanos()));
        field("client", exchange.client());
        field("method", exchange.method());
        field("route", exchange.route());
        field("status", exchange.status());
        field("bytes", exchange.bytes());
        field("us", TimeUnit.NANOSECONDS.toMicros(exchange.nanos()));
        Trace trace = exchange.trace();
        if (trace != null) {
            field("trace", trace.id());
        }
        if (!exchange.whole()) {
            text.append(",\"cut\":true");
        }
        text.append("}\n");
    }

    /** All of them, which are forgotten. */
    byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    /** RFC 3339; the date and the second are the same for many. */
    private void time(Instant time) {
        if (time.getEpochSecond() != second) {
            second = time.getEpochSecond();
            String whole = Instant.ofEpochSecond(second).toString();
            date = whole.substring(0, whole.length() - 1);
        }
        text.append("{\"time\":\"").append(date).append('.');
        String micros = Integer.toString(time.getNano() / 1_000);
        text.repeat('0', MICROS_DIGITS - micros.length()).append(micros).append("Z\"");
    }

    private void field(String name, long value) {
        text.append(",\"").append(name).append("\":").append(value);
    }

    private void field(String name, String value) {
        text.append(",\"").append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c < ' ' ? ' ' : c);
        }
        text.append('"');
    }
}
