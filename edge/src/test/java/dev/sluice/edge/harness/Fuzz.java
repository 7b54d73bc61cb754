package dev.sluice.edge.harness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Bytes that are no requests, or nearly: sound ones, of which some part was changed. The same for the same seed. */
public final class Fuzz {
    private static final int LONGEST = 4096;
    private static final String[] TOKENS = {
        "\r\n",
        "\n",
        "\r",
        "\0",
        ":",
        " ",
        "\t",
        ",",
        "%",
        "%00",
        "%u0041",
        "%c0%ae",
        "Content-Length: 5\r\n",
        "Content-Length: 99999999999\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Host: y\r\n",
        "Expect: 100-continue\r\n",
        "Connection: close\r\n",
        "Connection: Upgrade\r\nUpgrade: h2c\r\n",
        "0\r\n\r\n",
        "ffffffff\r\n",
        "HTTP/1.0",
        "HTTP/2.0",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "..",
        "//",
        "?",
        "#",
        "\u00ff\u00fe",
        "{",
        "}",
        "[[[[[[[[",
        "\"",
        "1e999999",
        "-0",
        "null",
        "\ud83d\ude00",
        "*",
        "Prefer: wait=999999999999\r\n",
        "Authorization: Bearer x.y.z\r\n"
    };

    private final Random random;
    private final List<byte[]> sound;

    public Fuzz(long seed, List<String> sound) {
        this.random = new Random(seed);
        this.sound = sound.stream()
                .map(request -> request.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    public byte[] next() {
        if (random.nextInt(4) == 0) {
            byte[] noise = new byte[1 + random.nextInt(LONGEST)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] changed = any();
        for (int i = random.nextInt(4); i >= 0; i--) {
            changed = change(changed);
        }
        return random.nextBoolean() ? changed : joined(changed, any());
    }

    private byte[] change(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(32));
        byte[] part = slice(bytes, from, to);
        byte[] head = slice(bytes, 0, from);
        byte[] tail = slice(bytes, to, bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> joined(head, tail);
            case 1 -> joined(head, part, part, tail);
            case 2 -> joined(head, token(), part, tail);
            case 3 -> joined(head, token(), tail);
            case 4 -> joined(head, slice(any(), from, to), tail);
            default -> flipped(bytes);
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int i = 0; copy.length > 0 && i < 3; i++) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private byte[] token() {
        return TOKENS[random.nextInt(TOKENS.length)]
                .repeat(1 + random.nextInt(3))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] any() {
        return sound.get(random.nextInt(sound.size()));
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, Math.min(from, bytes.length), Math.min(to, bytes.length));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
