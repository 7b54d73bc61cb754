package dev.sluice.load.invoice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Turns any code into an id of the API's alphabet, {@code [A-Za-z0-9._-]{1,64}}, never two codes into one: a blank becomes
 * {@code _}, every other foreign byte (and {@code _} and {@code .} themselves) a dot and two hex digits. What would be too
 * long keeps its beginning, two dots, which occur nowhere else, and a hash.
 */
final class SafeId {
    private static final int LONGEST = 64;
    private static final int KEPT = 40;

    private SafeId() {}

    static String of(String code) {
        StringBuilder id = new StringBuilder();
        for (byte b : code.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                id.append((char) b);
            } else if (b == ' ') {
                id.append('_');
            } else {
                id.append('.').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return id.length() <= LONGEST ? id.toString() : id.substring(0, KEPT) + ".." + hash(code);
    }

    private static boolean isPlain(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b == '-';
    }

    private static String hash(String code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 11);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
