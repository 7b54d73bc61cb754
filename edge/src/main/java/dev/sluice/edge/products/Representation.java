package dev.sluice.edge.products;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A page in one media type, ready to be sent. */
final class Representation {
    private static final int TAG_BYTES = 12;

    private final String mediaType;
    private final byte[] body;
    private final String etag;

    Representation(String mediaType, byte[] body) {
        this.mediaType = mediaType;
        this.body = body;
        this.etag = '"' + digest(body) + '"';
    }

    String mediaType() {
        return mediaType;
    }

    byte[] body() {
        return body;
    }

    /** Of the content, so that all edges, and those that start anew, agree. */
    String etag() {
        return etag;
    }

    private static String digest(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
