package dev.sluice.local.address;

import dev.sluice.local.home.Home;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import tools.jackson.core.type.TypeReference;

/**
 * Chooses ports. An instance keeps the ports it had; a port that someone else took by now is left to them, and the next
 * free one is used. Our own children cannot be in the way: they die with their launcher.
 */
public final class Ports {

    private static final int TRIES = 200;

    private Ports() {}

    /**
     * Ports for a start, remembered in the home for the next.
     *
     * @throws PortTaken where the environment fixes a port that is not free
     */
    public static Map<Slot, Integer> choose(Home home, Map<String, String> environment) throws IOException {
        Path file = home.file("ports.json");
        Map<Slot, Integer> before = Files.exists(file)
                ? Json.MAPPER.readValue(Files.readAllBytes(file), new TypeReference<Map<Slot, Integer>>() {})
                : Map.of();
        Map<Slot, Integer> chosen = choose(environment, before, EnumSet.allOf(Slot.class), Ports::free);
        Files.createDirectories(home.directory());
        Files.write(file, Json.MAPPER.writeValueAsBytes(chosen));
        return chosen;
    }

    static Map<Slot, Integer> choose(
            Map<String, String> environment, Map<Slot, Integer> before, Set<Slot> slots, IntPredicate free) {
        Map<Slot, Integer> chosen = new EnumMap<>(Slot.class);
        Set<Integer> given = new HashSet<>();
        for (Slot slot : slots) {
            String fixed = environment.get(slot.variable());
            if (fixed != null) {
                chosen.put(slot, fixed(slot, fixed, free));
                given.add(chosen.get(slot));
            }
        }
        // Whoever has to move must not push others from the ports that they had.
        for (Slot slot : slots) {
            int wanted = wanted(slot, before);
            if (!chosen.containsKey(slot) && !given.contains(wanted) && free.test(wanted)) {
                chosen.put(slot, wanted);
                given.add(wanted);
            }
        }
        for (Slot slot : slots) {
            if (!chosen.containsKey(slot)) {
                int port = next(wanted(slot, before), given, free);
                chosen.put(slot, port);
                given.add(port);
            }
        }
        return chosen;
    }

    private static int wanted(Slot slot, Map<Slot, Integer> before) {
        return before.getOrDefault(slot, slot.usual());
    }

    private static int fixed(Slot slot, String text, IntPredicate free) {
        int port;
        try {
            port = Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new PortTaken(slot.variable() + "=" + text + " is not a port number.");
        }
        if (!free.test(port)) {
            throw new PortTaken("Port " + port + " is taken by another program: stop that, or set " + slot.variable()
                    + " to a free port, or leave it unset and a free one is chosen.");
        }
        return port;
    }

    private static int next(int wanted, Set<Integer> given, IntPredicate free) {
        for (int port = wanted; port < wanted + TRIES && port <= 65_535; port++) {
            if (!given.contains(port) && free.test(port)) {
                return port;
            }
        }
        throw new PortTaken("No port is free from " + wanted + " on.");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A closed connection in TIME_WAIT is no reason to move away from the port of the last run.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
