package dev.sluice.edge.waf.crs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads requests from the regression tests in a checkout of the Core Rule Set. Of its rules, only the paranoia level is read.
 * What a test leaves out is filled in as go-ftw, their runner, does.
 */
final class CrsTests {
    private static final Pattern RULE_ID = Pattern.compile("\"?id:(\\d{6})");
    private static final Pattern PARANOIA = Pattern.compile("paranoia-level/1'");
    private static final Pattern REPEAT = Pattern.compile("\\{\\{\\s*\"(.)\"\\s*\\|\\s*repeat\\s+(\\d+)\\s*}}");

    private final Path checkout;

    CrsTests(Path checkout) {
        this.checkout = checkout;
    }

    /** @param attack whether a rule must speak up, or none may */
    record Case(String family, String test, boolean attack, String request) {
        /** A character for each octet. */
        byte[] octets() {
            return request.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    List<Case> atParanoiaOne() throws IOException {
        Set<String> rules = rulesOfParanoiaOne();
        List<Case> cases = new ArrayList<>();
        for (Path file : under("tests/regression/tests", ".yaml")) {
            String family = file.getName(file.getNameCount() - 2).toString();
            if (family.startsWith("REQUEST-")
                    && rules.contains(file.getFileName().toString().substring(0, 6))) {
                read(file, family.substring("REQUEST-".length()), cases);
            }
        }
        return cases;
    }

    private Set<String> rulesOfParanoiaOne() throws IOException {
        Set<String> ids = new HashSet<>();
        for (Path file : under("rules", ".conf")) {
            String joined = Files.readString(file).replace("\\\n", " ");
            for (String line :
                    joined.lines().filter(line -> !line.startsWith("#")).toList()) {
                Matcher id = RULE_ID.matcher(line);
                if (id.find() && PARANOIA.matcher(line).find()) {
                    ids.add(id.group(1));
                }
            }
        }
        return ids;
    }

    private List<Path> under(String directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(checkout.resolve(directory))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static void read(Path file, String family, List<Case> cases) throws IOException {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        for (Object test : list(map(document).get("tests"))) {
            for (Object stage : list(map(test).get("stages"))) {
                Map<?, ?> output = map(map(stage).get("output"));
                boolean attack = map(output.get("log")).containsKey("expect_ids");
                String name = file.getFileName() + "/" + map(test).get("test_id");
                cases.add(new Case(
                        family,
                        name,
                        attack,
                        new String(request(map(map(stage).get("input"))), StandardCharsets.ISO_8859_1)));
            }
        }
    }

    private static byte[] request(Map<?, ?> input) {
        if (input.get("encoded_request") instanceof String encoded) {
            return Base64.getMimeDecoder().decode(encoded);
        }
        String data = repeated(text(input, "data", ""));
        Map<String, String> headers = new LinkedHashMap<>();
        map(input.get("headers")).forEach((name, value) -> headers.put(name.toString(), String.valueOf(value)));
        if (!Boolean.FALSE.equals(input.get("autocomplete_headers"))) {
            complete(headers, data);
        }
        StringBuilder request = new StringBuilder()
                .append(text(input, "method", "GET"))
                .append(' ')
                .append(repeated(text(input, "uri", "/")))
                .append(' ')
                .append(text(input, "version", "HTTP/1.1"))
                .append("\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        return request.append("\r\n").append(data).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void complete(Map<String, String> headers, String data) {
        Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        known.putAll(headers);
        if (!known.containsKey("Connection")) {
            headers.put("Connection", "close");
        }
        if (!data.isEmpty() && !known.containsKey("Content-Type")) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        }
        if (!data.isEmpty() && !known.containsKey("Content-Length")) {
            headers.put("Content-Length", String.valueOf(data.getBytes(StandardCharsets.UTF_8).length));
        }
    }

    private static String repeated(String text) {
        return REPEAT.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }

    private static String text(Map<?, ?> map, String key, String otherwise) {
        Object value = map.get(key);
        return value == null ? otherwise : value.toString();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : new HashMap<>();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
