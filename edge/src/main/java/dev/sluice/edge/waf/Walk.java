package dev.sluice.edge.waf;

import dev.sluice.edge.http.Request;
import dev.sluice.edge.waf.rules.Target;
import dev.sluice.edge.waf.text.Bytes;
import io.netty.util.AsciiString;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Map;

/** Goes through a request once and shows each of its texts to an inspector. Belongs to one event loop. */
final class Walk {
    private static final String BEARER = "Bearer ";
    private static final boolean[] NO_LETTER_OF_A_TOKEN = noLetterOfAToken();

    private final Inspector inspector;
    private final Bytes text = new Bytes();
    private final JsonStrings json = new JsonStrings();
    private final KnownValues known = new KnownValues();

    Walk(Inspector inspector) {
        this.inspector = inspector;
    }

    private static boolean[] noLetterOfAToken() {
        boolean[] no = new boolean[256];
        Arrays.fill(no, true);
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
                .chars()
                .forEach(b -> no[b] = false);
        return no;
    }

    /** @return the inspector, which knows what it found */
    Inspector through(Request request, BitSet excluded) {
        inspector.begin(excluded);
        target(request.target());
        String type = null;
        Iterator<Map.Entry<CharSequence, CharSequence>> fields =
                request.headers().iteratorCharSequence();
        while (fields.hasNext()) {
            Map.Entry<CharSequence, CharSequence> entry = fields.next();
            Field field = Field.of(entry.getKey());
            String value = entry.getValue().toString();
            if (!known.has(field, value)) {
                field(field, value);
            }
            if (field == Field.TYPE && type == null) {
                type = value;
            }
        }
        if (request.body().length > 0) {
            Protocol.body(request.method(), type, inspector);
            body(request.body(), type == null ? "" : type);
        }
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

    private void field(Field field, String value) {
        show(field, value);
        Protocol.field(field, value, inspector);
        if (inspector.foundNothing() && inspector.countsAll()) {
            known.keep(field, value);
        }
    }

    private void show(Field field, String value) {
        byte[] bytes = text.set(value).array();
        int length = text.length();
        if (field == Field.COOKIE) {
            Parts.cookies(inspector, bytes, length);
        } else if (field != Field.AUTHORIZATION || !isToken(value, bytes, length)) {
            inspector.text(field.target(), bytes, 0, length);
        }
    }

    /** Of the letters of a token (RFC 6750, 2.1), which whoever verifies it reads next; nothing else does. */
    private static boolean isToken(String value, byte[] bytes, int length) {
        boolean other = false;
        for (int i = BEARER.length(); i < length; i++) {
            other |= NO_LETTER_OF_A_TOKEN[bytes[i] & 0xff];
        }
        return !other && value.startsWith(BEARER);
    }

    private void body(byte[] body, String type) {
        if (AsciiString.containsIgnoreCase(type, "json") && JsonStrings.looksLikeJson(body)) {
            json.inspect(inspector, body);
        } else if (type.isEmpty() || AsciiString.containsIgnoreCase(type, "x-www-form-urlencoded")) {
            Parts.pairs(inspector, Target.FORM, body, 0, body.length);
        } else {
            inspector.text(Target.BODY, body, 0, body.length);
        }
    }
}
