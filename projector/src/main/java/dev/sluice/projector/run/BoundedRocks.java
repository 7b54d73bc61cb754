package dev.sluice.projector.run;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.apache.kafka.streams.state.internals.BlockBasedTableConfigWithAccessibleCache;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** One budget of memory for all stores of the process. Left alone, each of some fifty would take up to 98 MB. */
public final class BoundedRocks implements RocksDBConfigSetter {
    static final String BLOCK_CACHE = "sluice.rocksdb.block.cache";
    static final String WRITE_BUFFERS = "sluice.rocksdb.write.buffers";

    private static final long ONE_WRITE_BUFFER = 2L << 20;

    /**
     * What a store takes of the write buffers at its first record. Left alone it is an eighth of a buffer: a few dozen stores
     * would use up all of the budget with nothing in them, and every put would then flush. The column family in which Kafka
     * Streams keeps a store's offsets cannot be set: it takes 128 KB.
     */
    private static final long FIRST_WRITE = 16 << 10;

    /** Preallocated for each of some fifty stores, 4 MB if left alone. */
    private static final long MANIFEST = 64 << 10;

    private static @Nullable Memory memory;

    private record Memory(Cache cache, WriteBufferManager writeBuffers) {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configuration) {
        Memory shared = shared(bytes(configuration, BLOCK_CACHE), bytes(configuration, WRITE_BUFFERS));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        if (table instanceof BlockBasedTableConfigWithAccessibleCache own) {
            own.blockCache().close();
        }
        table.setBlockCache(shared.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(shared.writeBuffers());
        options.setWriteBufferSize(ONE_WRITE_BUFFER);
        options.setArenaBlockSize(FIRST_WRITE);
        options.setMaxWriteBufferNumber(2);
        options.setManifestPreallocationSize(MANIFEST);
        options.setInfoLogLevel(InfoLogLevel.WARN_LEVEL);
        options.setKeepLogFileNum(1);
        options.setStatsDumpPeriodSec(0);
    }

    /** Nothing to close: the memory belongs to the process. */
    @Override
    public void close(String storeName, Options options) {}

    private static long bytes(Map<String, Object> configuration, String name) {
        return (Long) requireNonNull(configuration.get(name));
    }

    private static synchronized Memory shared(long cacheBytes, long writeBytes) {
        Memory known = memory;
        if (known == null) {
            Cache cache = new LRUCache(cacheBytes + writeBytes);
            // Write buffers are charged to the cache, so that both together keep to the budget.
            known = new Memory(cache, new WriteBufferManager(writeBytes, cache));
            memory = known;
        }
        return known;
    }
}
