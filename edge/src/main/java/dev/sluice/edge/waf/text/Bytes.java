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

    /** Instead of what was there. */
    Bytes set(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, array, 0, end - start);
        length = end - start;
        return this;
    }

    /** Clears it, and makes room, so that so many bytes may be written to the array itself. */
    byte[] room(int bytes) {
        length = 0;
        if (array.length < bytes) {
            array = new byte[Math.max(bytes, array.length * 2)];
        }
        return array;
    }

    void length(int written) {
        length = written;
    }

    /** 0 where there is none. */
    int last() {
        return length == 0 ? 0 : array[length - 1];
    }

    /** Instead of what was there. Characters above U+00FF lose their upper half; a header has none. */
    @SuppressWarnings("deprecation") // the one method that copies without looking at each character
    public Bytes set(String text) {
        room(text.length());
        text.getBytes(0, text.length(), array, 0);
        length = text.length();
        return this;
    }

    /** One character to a byte, with the capitals of ASCII made small, here too. */
    public String lower() {
        for (int i = 0; i < length; i++) {
            byte b = array[i];
            if (b >= 'A' && b <= 'Z') {
                array[i] = (byte) (b | 0x20);
            }
        }
        return new String(array, 0, length, StandardCharsets.ISO_8859_1);
    }
}
