package dev.sluice.projector.verify;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What one store holds of one generation of a view. Every method throws StoreUnavailable where the store cannot tell now. */
public interface Contents extends AutoCloseable {

    String store();

    /** Looks at all of it, without holding others up for long. */
    Survey survey(int sample);

    /** The documents with these ids as JSON; those that are not there are left out. */
    Map<String, byte[]> read(Collection<String> ids);

    /**
     * All of it, id by id as JSON, a portion at a time. What changes meanwhile may be missed, or come twice.
     *
     * @param portion throws what ends it
     */
    void each(Consumer<Map<String, byte[]>> portion);

    /** Deletes all of it, and what the store remembers of how far it has come. */
    void delete();

    @Override
    void close();

    /**
     * @param documents how many there are
     * @param sample ids of some of them, at random
     */
    record Survey(long documents, List<String> sample) {
        public Survey {
            sample = List.copyOf(sample);
        }
    }
}
