package dev.sluice.local.terminal;

import dev.sluice.local.home.Home;
import dev.sluice.local.supervision.StartFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Why a server did not start: its last words, and what to do. */
public final class PostMortem {

    private static final int LAST_LINES = 12;
    private static final int LONGEST_LINE = 240;
    private static final int LAST_BYTES = 64_000;

    /** A JVM that records its cache ends with hundreds of lines on what it left out. */
    private static final Pattern OF_THE_CACHE =
            Pattern.compile("^\\[[^]]*]\\[warning]\\[aot|^ *AOTConfiguration recorded");

    private static final Map<String, String> MENDS = new LinkedHashMap<>();

    static {
        MENDS.put(
                "Address already in use", "Another program took its port just now. Start again: a free one is chosen.");
        MENDS.put("No space left on device", "The disk is full. Free some space and start again.");
        MENDS.put("OutOfMemoryError", "It ran out of memory. Close other programs: all of Sluice needs some 4 GB.");
        MENDS.put("insufficient memory", "It ran out of memory. Close other programs: all of Sluice needs some 4 GB.");
        MENDS.put("while loading shared libraries", "Install the package that has this library and start again.");
        MENDS.put("Permission denied", "Give this user the rights to that file and start again.");
    }

    private PostMortem() {}

    public static String of(StartFailed failure, Home home) {
        String name = failure.server();
        List<String> lines = last(home.log(name));
        StringBuilder report = new StringBuilder(String.valueOf(failure.getMessage()));
        if (!lines.isEmpty()) {
            report.append("\nThe end of its log:");
            lines.forEach(line -> report.append("\n  ").append(line));
        }
        return report.append('\n').append(mend(name, lines)).toString();
    }

    static String mend(String name, List<String> lines) {
        return MENDS.entrySet().stream()
                .filter(entry -> lines.stream().anyMatch(line -> line.contains(entry.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("The whole log: ./sluice logs " + name
                        + ". If its data is damaged: ./sluice clean, then ./sluice up.");
    }

    private static List<String> last(Path log) {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - LAST_BYTES));
            byte[] end = new byte[(int) (channel.size() - channel.position())];
            channel.read(java.nio.ByteBuffer.wrap(end));
            List<String> lines = new String(end, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !OF_THE_CACHE.matcher(line).find())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                    .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
