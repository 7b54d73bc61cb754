package dev.sluice.edge.waf;

import dev.sluice.edge.waf.rules.Sign;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at how a request is put together, where the codec lets it pass. */
final class Protocol {
    private static final int MOST_RANGES = 5;

    /** Possessive throughout, so linear. */
    private static final Pattern CONTENT_TYPE = Pattern.compile(
            "[\\w.+-]++/[\\w.+-]++(?:\\s*+;\\s*+[\\w.+-]++=(?:[\\w.+'-]++|\"[^\"\\\\]*+\"))*+\\s*+;?+\\s*+");

    /** What reads the type with a search for "json" finds it there. */
    private static final Pattern TYPE_IN_PARAMETER = Pattern.compile(";\\s*+boundary=\"(?:application|text)/");

    private static final int LONGEST_OPTION = "keep-alive".length();
    private static final Pattern ODD_CONNECTION =
            Pattern.compile("(?i)(?:keep-alive|close)\\s*+,.{0,50}(?:keep-alive|close)");
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([\\w-]++)");
    private static final List<String> CHARSETS =
            List.of("utf-8", "utf8", "iso-8859-1", "iso-8859-15", "windows-1252", "us-ascii");

    /** A batch of requests or a part of a page: kinds that APIs use among themselves and whose parsers have had holes. */
    private static final List<String> ODD_TYPES =
            List.of("multipart/related", "multipart/mixed", "multipart/;", "application/x-java-serialized-object");

    private Protocol() {}

    static void field(Field field, String value, Inspector inspector) {
        switch (field) {
            case TYPE -> contentType(value, inspector);
            case RANGE -> {
                if (value.chars().filter(c -> c == ',').count() >= MOST_RANGES) {
                    inspector.sign(Sign.MANY_RANGES);
                }
            }
            case CONNECTION -> {
                if (value.length() > LONGEST_OPTION
                        && ODD_CONNECTION.matcher(value).find()) {
                    inspector.sign(Sign.ODD_CONNECTION);
                }
            }
            case ACCEPT -> charsets(value, inspector);
            case RESTRICTED -> inspector.sign(Sign.RESTRICTED_HEADER);
            case AUTHORIZATION, COOKIE, AGENT, REFERER, FILENAME, OTHER -> {}
        }
    }

    /** A request that has a body. */
    static void body(HttpMethod method, @Nullable String type, Inspector inspector) {
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            inspector.sign(Sign.BODY_ON_READ);
        }
        if (type == null) {
            inspector.sign(Sign.BODY_WITHOUT_TYPE);
        }
    }

    private static void contentType(String value, Inspector inspector) {
        if (value.equals("application/json")) {
            return;
        }
        String type = value.toLowerCase(Locale.ROOT);
        if (!CONTENT_TYPE.matcher(type).matches()
                || TYPE_IN_PARAMETER.matcher(type).find()
                || ODD_TYPES.stream().anyMatch(type::startsWith)) {
            inspector.sign(Sign.ODD_CONTENT_TYPE);
        }
        charsets(type, inspector);
    }

    private static void charsets(String field, Inspector inspector) {
        if (field.contains("charset")
                && !CHARSET.matcher(field.toLowerCase(Locale.ROOT))
                        .results()
                        .allMatch(charset -> CHARSETS.contains(charset.group(1)))) {
            inspector.sign(Sign.ODD_CHARSET);
        }
    }
}
