package dev.sluice.edge.waf.match;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Tells by which of its bytes a literal is told best: those that are rarest in everyday text, and that others are not told by. */
final class Rarity {
    private static final int OF_ALL = 100;
    private static final int OF_OTHERS = 3;

    private final Map<String, Integer> counts = new HashMap<>();

    Rarity(Collection<String> everyday) {
        for (String line : everyday) {
            String text = line.toLowerCase(Locale.ROOT);
            for (int width = 2; width <= 4; width++) {
                for (int at = 0; at + width <= text.length(); at++) {
                    counts.merge(text.substring(at, at + width), 1, Integer::sum);
                }
            }
        }
    }

    /**
     * @param told how many other literals are told by the bytes at an offset
     * @return the offset of the bytes that tell it
     */
    int rarest(String literal, int width, IntUnaryOperator told) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int at = 0; at + width <= literal.length(); at++) {
            int commonness = commonness(literal.substring(at, at + width)) + OF_OTHERS * told.applyAsInt(at);
            if (commonness < least) {
                least = commonness;
                best = at;
            }
        }
        return best;
    }

    /** Of what is not there itself, the pairs in it tell how likely it is in other texts of this kind. */
    private int commonness(String gram) {
        int pairs = 0;
        for (int i = 0; i + 2 <= gram.length(); i++) {
            pairs += counts.getOrDefault(gram.substring(i, i + 2), 0);
        }
        return OF_ALL * counts.getOrDefault(gram, 0) + pairs;
    }
}
