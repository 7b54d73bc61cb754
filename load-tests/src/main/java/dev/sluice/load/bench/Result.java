package dev.sluice.load.bench;

import java.util.List;

/**
 * What a run printed and kept.
 *
 * @param machine cores and memory; figures of different machines do not compare
 * @param ran the processes of the instance, which share the machine
 */
record Result(String name, String commit, String machine, List<String> ran, List<Figure> figures) {
    Result {
        ran = List.copyOf(ran);
        figures = List.copyOf(figures);
    }
}
