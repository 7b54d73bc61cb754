package dev.sluice.edge.waf.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are used again and again, so that a request leaves no garbage behind. */
public final class Bytes {
    private static final int SMALL = 1024;

    private byte[] array = new byte[SMALL];
    private int length;

    public byte[] array() {
        return array;
    }

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
    }

    public void add(int b) {
        if (length == array.length) {
            array = Arrays.copyOf(array, length * 2);
        }
        array[length++] = (byte) b;
    }

    /** 0 where there is none. */
    int last() {
        return length == 0 ? 0 : array[length - 1];
    }

    /** Instead of what was there. Characters above U+00FF lose their upper half; a header has none. */
    @SuppressWarnings("deprecation") // the one method that copies without looking at each character
    public Bytes set(String text) {
        if (array.length < text.length()) {
            array = new byte[Math.max(text.length(), array.length * 2)];
        }
        text.getBytes(0, text.length(), array, 0);
        length = text.length();
        return this;
    }

    /** One character to a byte. */
    public String latin1() {
        return new String(array, 0, length, StandardCharsets.ISO_8859_1);
    }
}
