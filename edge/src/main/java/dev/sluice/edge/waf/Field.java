package dev.sluice.edge.waf;

import dev.sluice.edge.waf.rules.Target;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/** The header fields that the firewall knows by name. All others are texts like any other. */
enum Field {
    AUTHORIZATION(Target.HEADER),
    COOKIE(Target.COOKIE),
    AGENT(Target.AGENT),
    REFERER(Target.REFERER),
    FILENAME(Target.FILENAME),
    TYPE(Target.HEADER),
    RANGE(Target.HEADER),
    CONNECTION(Target.HEADER),
    ACCEPT(Target.HEADER),
    /** Half of it is WebDAV, which nobody speaks here; the rest only makes two readers disagree. */
    RESTRICTED(Target.HEADER),
    OTHER(Target.HEADER);

    private static final int SLOTS = 128;
    private static final @Nullable Named[] NAMES = new Named[SLOTS];

    static {
        name(AUTHORIZATION, "authorization");
        name(COOKIE, "cookie");
        name(AGENT, "user-agent");
        name(REFERER, "referer");
        name(FILENAME, "x-filename", "x-file-name", "x_filename", "x.filename");
        name(TYPE, "content-type");
        name(RANGE, "range");
        name(CONNECTION, "connection");
        name(ACCEPT, "accept");
        name(RESTRICTED, "proxy", "lock-token", "if", "content-range", "request-range", "translate");
    }

    private final Target target;

    /** @param usual as browsers write it in HTTP/1.1, so that most are told by one comparison of whole words */
    private record Named(
            AsciiString name,
            AsciiString usual,
            Field field,
            @Nullable Named next) {}

    Field(Target target) {
        this.target = target;
    }

    private static void name(Field field, String... names) {
        for (String word : names) {
            AsciiString name = AsciiString.cached(word);
            int slot = name.hashCode() & (SLOTS - 1);
            NAMES[slot] = new Named(name, usual(name), field, NAMES[slot]);
        }
    }

    private static AsciiString usual(AsciiString name) {
        StringBuilder usual = new StringBuilder(name);
        for (int i = 0; i < usual.length(); i++) {
            if (i == 0 || usual.charAt(i - 1) == '-') {
                usual.setCharAt(i, Character.toUpperCase(usual.charAt(i)));
            }
        }
        return AsciiString.cached(usual.toString());
    }

    /** Whatever the case. Of a name that the codec has read, the hash is known already. */
    static Field of(CharSequence name) {
        int slot = AsciiString.hashCode(name) & (SLOTS - 1);
        for (Named one = NAMES[slot]; one != null; one = one.next) {
            if ((name instanceof AsciiString ascii && ascii.equals(one.usual))
                    || one.name.contentEqualsIgnoreCase(name)) {
                return one.field;
            }
        }
        return OTHER;
    }

    Target target() {
        return target;
    }
}
