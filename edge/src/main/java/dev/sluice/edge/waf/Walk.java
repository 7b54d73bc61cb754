package dev.sluice.edge.waf;

import dev.sluice.edge.http.Request;
import dev.sluice.edge.waf.rules.Target;
import dev.sluice.edge.waf.text.Bytes;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.AsciiString;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Goes through a request once and shows each of its texts to an inspector. Belongs to one event loop. */
final class Walk {
    private static final AsciiString BEARER = AsciiString.cached("Bearer ");
    private static final List<AsciiString> FILENAMES = List.of(
            AsciiString.cached("x-filename"), AsciiString.cached("x-file-name"),
            AsciiString.cached("x_filename"), AsciiString.cached("x.filename"));

    private final Inspector inspector;
    private final Bytes text = new Bytes();
    private final JsonStrings json = new JsonStrings();

    Walk(Inspector inspector) {
        this.inspector = inspector;
    }

    /** @return the inspector, which knows what it found */
    Inspector through(Request request, BitSet excluded) {
        inspector.begin(excluded);
        target(request.target());
        Iterator<Map.Entry<CharSequence, CharSequence>> fields =
                request.headers().iteratorCharSequence();
        while (fields.hasNext()) {
            Map.Entry<CharSequence, CharSequence> field = fields.next();
            field(field.getKey(), field.getValue().toString());
        }
        body(request);
        Protocol.check(request, inspector);
        return inspector;
    }

    private void target(String target) {
        byte[] bytes = text.set(target).array();
        int query = Parts.find(bytes, '?', 0, target.length());
        inspector.text(Target.PATH, bytes, 0, query);
        if (query < target.length()) {
            Parts.pairs(inspector, Target.QUERY, bytes, query + 1, target.length());
        }
    }

    private void field(CharSequence name, String value) {
        if (is(name, HttpHeaderNames.AUTHORIZATION) && isToken(value)) {
            return;
        }
        byte[] bytes = text.set(value).array();
        if (is(name, HttpHeaderNames.COOKIE)) {
            Parts.cookies(inspector, bytes, value.length());
        } else {
            inspector.text(kind(name), bytes, 0, value.length());
        }
    }

    private static Target kind(CharSequence name) {
        if (is(name, HttpHeaderNames.USER_AGENT)) {
            return Target.AGENT;
        }
        if (is(name, HttpHeaderNames.REFERER)) {
            return Target.REFERER;
        }
        for (AsciiString filename : FILENAMES) {
            if (is(name, filename)) {
                return Target.FILENAME;
            }
        }
        return Target.HEADER;
    }

    private static boolean is(CharSequence name, AsciiString wanted) {
        return name.length() == wanted.length() && wanted.contentEqualsIgnoreCase(name);
    }

    /** Of the letters of a token (RFC 6750, 2.1), which whoever verifies it reads next; nothing else does. */
    private static boolean isToken(String value) {
        if (!value.startsWith("Bearer ")) {
            return false;
        }
        for (int i = BEARER.length(); i < value.length(); i++) {
            if (!isTokenLetter(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTokenLetter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    private void body(Request request) {
        byte[] body = request.body();
        if (body.length == 0) {
            return;
        }
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        if (AsciiString.containsIgnoreCase(type, "json") && JsonStrings.looksLikeJson(body)) {
            json.inspect(inspector, body);
        } else if (type.isEmpty() || AsciiString.containsIgnoreCase(type, "x-www-form-urlencoded")) {
            Parts.pairs(inspector, Target.FORM, body, 0, body.length);
        } else {
            inspector.text(Target.BODY, body, 0, body.length);
        }
    }
}
