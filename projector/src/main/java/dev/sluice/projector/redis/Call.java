package dev.sluice.projector.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Keys and arguments to run a script with. */
@SuppressWarnings("ArrayRecordComponent") // only carried on, never compared
record Call(String[] keys, byte[][] arguments) {

    static Call of(String key, long... numbers) {
        return new Call(
                new String[] {key},
                Arrays.stream(numbers)
                        .mapToObj(number -> utf8(Long.toString(number)))
                        .toArray(byte[][]::new));
    }

    Call on(String key) {
        return new Call(Stream.concat(Stream.of(keys), Stream.of(key)).toArray(String[]::new), arguments);
    }

    Call with(String argument) {
        return with(utf8(argument));
    }

    Call with(byte[] argument) {
        return new Call(
                keys, Stream.concat(Stream.of(arguments), Stream.of(argument)).toArray(byte[][]::new));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
