package dev.sluice.load.bench.edge;

import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.installation.Processes;
import dev.sluice.load.installation.Processes.Member;

/** The edge of an instance. */
final class EdgeProcess {

    private EdgeProcess() {}

    /** Throws {@link OperatorMistake} where none runs. */
    static Member of(Processes processes) {
        return processes.members().stream()
                .filter(member -> member.name().equals("edge"))
                .findAny()
                .orElseThrow(() -> new OperatorMistake("no edge runs here: ./sluice up --detach"));
    }
}
