package dev.sluice.edge.waf.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The literals as a tree, each node knowing where to go on after any byte. */
final class Trie {
    static final int ALPHABET = 128;

    private final @Nullable Trie[] steps = new Trie[ALPHABET];
    private final SortedSet<Integer> groups = new TreeSet<>();
    private int number;

    private Trie() {}

    /** @return all nodes, the root first */
    static List<Trie> of(List<List<String>> groups) {
        Trie root = new Trie();
        List<Trie> nodes = new ArrayList<>(List.of(root));
        for (int group = 0; group < groups.size(); group++) {
            for (String literal : groups.get(group)) {
                root.add(literal, group, nodes);
            }
        }
        root.link();
        return nodes;
    }

    static int fold(int b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }

    private void add(String literal, int group, List<Trie> nodes) {
        Trie node = this;
        for (int i = 0; i < literal.length(); i++) {
            Trie child = node.steps[literal.charAt(i)];
            if (child == null) {
                child = new Trie();
                node.steps[literal.charAt(i)] = child;
                nodes.add(child);
            }
            node = child;
        }
        node.groups.add(group);
    }

    /** A node is reached after its failure node, which is nearer to the root, so that one's steps and groups are whole by then. */
    private void link() {
        Queue<Link> queue = new ArrayDeque<>();
        queue.add(new Link(this, this));
        while (!queue.isEmpty()) {
            Link link = queue.remove();
            for (int b = 0; b < ALPHABET; b++) {
                Trie child = link.node.steps[b];
                Trie otherwise = link.node == this ? this : link.failure.step(b);
                if (child == null) {
                    link.node.steps[b] = otherwise;
                } else {
                    child.groups.addAll(otherwise.groups);
                    queue.add(new Link(child, otherwise));
                }
            }
        }
    }

    private record Link(Trie node, Trie failure) {}

    Trie step(int b) {
        Trie to = steps[b];
        if (to == null) {
            throw new IllegalStateException("not linked yet");
        }
        return to;
    }

    int[] groups() {
        return groups.stream().mapToInt(Integer::intValue).toArray();
    }

    int number() {
        return number;
    }

    void number(int given) {
        number = given;
    }
}
