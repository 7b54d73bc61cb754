package dev.sluice.load.bench.probe;

import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.installation.Processes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which processes of an instance are which, so that their CPU can be told apart. */
public final class Pids {

    private Pids() {}

    /**
     * By name. A name may stand for several processes: with contexts apart, {@code command-service} does. Throws OperatorMistake
     * where one is none of the launcher's.
     */
    public static Map<String, List<Long>> of(Installation installation, List<String> names) {
        List<Processes.Member> members = Processes.read(installation.home()).members();
        Map<String, List<Long>> pids = new HashMap<>();
        for (String name : names) {
            List<Long> found = members.stream()
                    .filter(member -> isOf(name, member.name()))
                    .map(Processes.Member::pid)
                    .toList();
            if (found.isEmpty()) {
                throw new OperatorMistake(name + " is not one of the launcher's processes, so its CPU cannot be"
                        + " measured: ./sluice up, with no server of your own");
            }
            pids.put(name, found);
        }
        return pids;
    }

    private static boolean isOf(String name, String member) {
        return name.equals("command-service") ? member.startsWith("command-") : member.startsWith(name);
    }
}
