package dev.sluice.edge.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hex: tells whether a retry asks for the same. */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(byte[] body) {
        return HexFormat.of().formatHex(sha256().digest(body));
    }

    /** Of a write whose target is in its path. */
    public static String of(String target, byte[] body) {
        MessageDigest digest = sha256();
        digest.update(target.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return HexFormat.of().formatHex(digest.digest(body));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
