package dev.sluice.edge.waf.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Something suspicious that no pattern can say; a rule gives it a score. */
public enum Sign {
    /** A GET or HEAD that brings a body. */
    BODY_ON_READ,
    /** A body of which nothing says what it is. */
    BODY_WITHOUT_TYPE,
    /** A Content-Type that RFC 9110 does not allow, or of a kind that no browser and no client of an API sends. */
    ODD_CONTENT_TYPE,
    /** A charset, sent or asked for, in which text could hide from whoever reads it as UTF-8. */
    ODD_CHARSET,
    /** A Connection that says keep-alive and close, or either twice. */
    ODD_CONNECTION,
    /** A header field that only makes proxies and origins disagree, or that nothing here understands. */
    RESTRICTED_HEADER,
    /** More ranges than anyone who resumes a download asks for. */
    MANY_RANGES,
    /** More parameters than any form has. */
    MANY_ARGUMENTS,
    /** A parameter's name longer than any real one. */
    LONG_NAME,
    /** A NUL byte, which ends a string in C and not in Java. */
    NUL,
    /** UTF-8 that is longer than it need be. */
    OVERLONG,
    /** Full-width forms of ASCII characters in percent-encoding. */
    FULL_WIDTH,
    /** An ASCII letter written as an escape, where no JSON needs it. */
    ESCAPED_LETTER,
    /** A line break in a path or a query. */
    LINE_BREAK,
    /** Encoded again and again. */
    DEEP_ENCODING,
    /** So many rules were worth trying on so much text that we stopped. */
    BUDGET;

    static Optional<Sign> named(String word) {
        return Stream.of(values()).filter(sign -> sign.word().equals(word)).findFirst();
    }

    /** As in the rules file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
