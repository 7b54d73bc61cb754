package dev.sluice.edge.http1;

/** Which octets may stand where. */
final class Octets {
    private static final byte TOKEN = 1;
    private static final byte TARGET = 2;
    private static final byte VALUE = 4;
    private static final byte[] KINDS = kinds();

    private Octets() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int c = '!'; c < kinds.length; c++) {
            kinds[c] = c == 0x7f ? 0 : (byte) (TARGET | VALUE);
        }
        kinds[' '] |= VALUE;
        kinds['\t'] |= VALUE;
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                .chars()
                .forEach(c -> kinds[c] |= TOKEN);
        return kinds;
    }

    /** The first that cannot be part of a method or a field's name (RFC 9110, 5.6.2). */
    static int endOfToken(byte[] bytes, int from, int to) {
        return end(TOKEN, bytes, from, to);
    }

    /** The first that cannot be part of a request's target: a blank, a control character. Others are for its reader to judge. */
    static int endOfTarget(byte[] bytes, int from, int to) {
        return end(TARGET, bytes, from, to);
    }

    /** The first that cannot be part of a field's value (RFC 9110, 5.5). */
    static int endOfValue(byte[] bytes, int from, int to) {
        return end(VALUE, bytes, from, to);
    }

    private static int end(byte kind, byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (KINDS[bytes[at] & 0xff] & kind) != 0) {
            at++;
        }
        return at;
    }

    static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }
}
