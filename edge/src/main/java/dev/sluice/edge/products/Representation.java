package dev.sluice.edge.products;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** A page in one media type, ready to be sent. */
final class Representation {
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

    /** Two checks of 32 bits, the quickest that tell pages apart; nobody gains by a page that passes for another. */
    private static String digest(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return HexFormat.of()
                .toHexDigits(crc.getValue() << Integer.SIZE | Integer.toUnsignedLong(Arrays.hashCode(body)));
    }
}
