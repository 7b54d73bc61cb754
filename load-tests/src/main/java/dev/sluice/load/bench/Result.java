package dev.sluice.load.bench;

import java.util.List;

/**
 * What a run printed and kept.
 *
 * @param machine cores and memory; figures of different machines do not compare
 */
record Result(String name, String commit, String machine, List<Figure> figures) {
    Result {
        figures = List.copyOf(figures);
    }
}
