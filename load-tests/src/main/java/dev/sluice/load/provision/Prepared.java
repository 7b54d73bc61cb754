package dev.sluice.load.provision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which SKUs and customers earlier runs of the same file have provided with stock and money. Without it, a second replay
 * would fill up what the first one's orders used: the API can set a wallet, not read it.
 */
public final class Prepared {
    private final Path file;
    private final Set<String> skus = new HashSet<>();
    private final Set<String> customers = new HashSet<>();

    private Prepared(Path file) {
        this.file = file;
    }

    /** @param fileHash of the invoices */
    public static Prepared of(Path replays, String fileHash) {
        Prepared prepared = new Prepared(replays.resolve(fileHash.substring(0, 16) + ".prepared"));
        if (Files.exists(prepared.file)) {
            prepared.load();
        }
        return prepared;
    }

    boolean hasSku(String sku) {
        return skus.contains(sku);
    }

    boolean hasCustomer(String id) {
        return customers.contains(id);
    }

    /** The system has been emptied since: nothing that was written down holds. */
    void forget() {
        skus.clear();
        customers.clear();
    }

    /** To be called when all of them are provided, and before the first order. */
    void add(Set<String> moreSkus, Set<String> moreCustomers) {
        skus.addAll(moreSkus);
        customers.addAll(moreCustomers);
        Set<String> lines = new TreeSet<>();
        customers.forEach(id -> lines.add("customer " + id));
        skus.forEach(sku -> lines.add("sku " + sku));
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void load() {
        try {
            for (String line : Files.readAllLines(file)) {
                List<String> words = List.of(line.split(" ", 2));
                if (words.size() == 2) {
                    (words.getFirst().equals("sku") ? skus : customers).add(words.getLast());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
