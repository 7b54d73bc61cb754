package dev.sluice.edge.waf;

import dev.sluice.edge.waf.rules.Target;
import dev.sluice.edge.waf.text.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * Finds the strings of a JSON text, names and values, and takes off their escapes. What stands between strings cannot be an
 * attack in sound JSON, and nothing else gets past the parser behind us.
 */
final class JsonStrings {
    private final Bytes unescaped = new Bytes();

    static boolean looksLikeJson(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '{' || b == '[' || b == '"';
            }
        }
        return false;
    }

    void inspect(Inspector inspector, byte[] body) {
        int i = 0;
        while ((i = Parts.find(body, '"', i, body.length)) < body.length) {
            i = string(inspector, body, i + 1) + 1;
        }
    }

    /** @return where its closing quote is */
    private int string(Inspector inspector, byte[] body, int from) {
        int i = from;
        boolean escapes = false;
        while (i < body.length && body[i] != '"') {
            if (body[i] == '\\') {
                escapes = true;
                i++;
            }
            i++;
        }
        int end = Math.min(i, body.length);
        if (escapes) {
            unescape(body, from, end);
            inspector.text(Target.JSON, unescaped.array(), 0, unescaped.length());
        } else {
            inspector.text(Target.JSON, body, from, end);
        }
        return end;
    }

    private void unescape(byte[] body, int from, int end) {
        unescaped.clear();
        int i = from;
        while (i < end) {
            int b = body[i++];
            if (b != '\\' || i == end) {
                unescaped.add(b);
                continue;
            }
            int kind = body[i++];
            switch (kind) {
                case 'n' -> unescaped.add('\n');
                case 'r' -> unescaped.add('\r');
                case 't', 'b', 'f' -> unescaped.add(' ');
                case 'u' -> i = unit(body, i, end);
                default -> unescaped.add(kind);
            }
        }
    }

    /** One UTF-16 unit; of a pair, each makes three bytes that look like nothing. */
    private int unit(byte[] body, int at, int end) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = i < end ? Character.digit(body[i], 16) : -1;
            if (digit < 0) {
                unescaped.add('\\');
                unescaped.add('u');
                return at;
            }
            value = value << 4 | digit;
        }
        for (byte b : Character.toString(value).getBytes(StandardCharsets.UTF_8)) {
            unescaped.add(b);
        }
        return at + 4;
    }
}
