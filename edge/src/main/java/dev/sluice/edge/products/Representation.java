package dev.sluice.edge.products;

import dev.sluice.edge.http.AcceptEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A page in one media type and coding, ready to be sent. */
final class Representation {
    /** In bytes; a shorter one fits into a packet as it is. */
    private static final int SHORTEST = 1_024;

    private final String mediaType;
    private final @Nullable String coding;
    private final byte[] body;
    private final String digest;
    private final String etag;
    private volatile @Nullable Representation gzipped;

    Representation(String mediaType, byte[] body) {
        this(mediaType, null, body, digest(body));
    }

    private Representation(String mediaType, @Nullable String coding, byte[] body, String digest) {
        this.mediaType = mediaType;
        this.coding = coding;
        this.body = body;
        this.digest = digest;
        this.etag = coding == null ? '"' + digest + '"' : '"' + digest + '-' + coding + '"';
    }

    String mediaType() {
        return mediaType;
    }

    /** As Content-Encoding says it; null for none. */
    @Nullable
    String coding() {
        return coding;
    }

    byte[] body() {
        return body;
    }

    /** Of the content, so that all edges, and those that start anew, agree; and of the coding, as RFC 9110, 8.8.3.3 has it. */
    String etag() {
        return etag;
    }

    /** The same, compressed when it is first asked for; itself where it is too short for that. */
    Representation gzipped() {
        Representation ready = gzipped;
        if (ready == null) {
            ready = body.length < SHORTEST
                    ? this
                    : new Representation(mediaType, AcceptEncoding.GZIP, compressed(body), digest);
            gzipped = ready;
        }
        return ready;
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    /** Two checks of 32 bits, the quickest that tell pages apart; nobody gains by a page that passes for another. */
    private static String digest(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return HexFormat.of()
                .toHexDigits(crc.getValue() << Integer.SIZE | Integer.toUnsignedLong(Arrays.hashCode(body)));
    }
}
