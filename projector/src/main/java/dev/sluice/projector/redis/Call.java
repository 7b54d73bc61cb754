package dev.sluice.projector.redis;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A key and arguments to run a script with. */
@SuppressWarnings("ArrayRecordComponent") // only carried on, never compared
record Call(String key, byte[][] arguments) {

    static Call of(String key, long... numbers) {
        return new Call(
                key,
                java.util.Arrays.stream(numbers)
                        .mapToObj(number -> Long.toString(number).getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new));
    }

    Call with(byte[] argument) {
        return new Call(
                key, Stream.concat(Stream.of(arguments), Stream.of(argument)).toArray(byte[][]::new));
    }
}
