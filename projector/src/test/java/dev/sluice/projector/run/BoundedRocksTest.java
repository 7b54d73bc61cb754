package dev.sluice.projector.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.projector.settings.ProjectorSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.springframework.boot.context.properties.bind.Binder;

class BoundedRocksTest {
    private static final ProjectorSettings.Streams DEFAULTS = new Binder()
            .bindOrCreate("sluice", ProjectorSettings.class)
            .projector()
            .streams();
    private static final Map<String, Object> BUDGET = Map.of(
            BoundedRocks.BLOCK_CACHE, DEFAULTS.blockCache().toBytes(),
            BoundedRocks.WRITE_BUFFERS, DEFAULTS.writeBuffers().toBytes());
    private static final int STORES = 200;
    private static final String FLUSHED = "rocksdb.num-files-at-level0";
    /** As Kafka Streams makes its "offsets". */
    private static final long OFFSETS_BUFFER = 1L << 20;

    @TempDir
    Path directory;

    private final List<RocksDB> stores = new ArrayList<>();
    private final List<ColumnFamilyHandle> offsets = new ArrayList<>();

    @AfterEach
    void close() {
        offsets.forEach(ColumnFamilyHandle::close);
        stores.forEach(RocksDB::close);
    }

    @Test
    void manyStoresWithLittleInThemDoNotFillTheWriteBuffers() throws RocksDBException {
        for (int i = 0; i < STORES; i++) {
            open("store-" + i);
        }
        for (int record = 0; record < 100; record++) {
            for (int i = 0; i < STORES; i++) {
                stores.get(i).put(("key-" + record).getBytes(UTF_8), new byte[100]);
                stores.get(i).put(offsets.get(i), "offset".getBytes(UTF_8), new byte[8]);
            }
        }
        for (int i = 0; i < STORES; i++) {
            assertThat(stores.get(i).getProperty(FLUSHED)).isEqualTo("0");
            assertThat(stores.get(i).getProperty(offsets.get(i), FLUSHED)).isEqualTo("0");
        }
    }

    private void open(String name) throws RocksDBException {
        try (Options options = new Options()) {
            options.setCreateIfMissing(true);
            options.setAtomicFlush(true);
            options.setTableFormatConfig(new BlockBasedTableConfig());
            new BoundedRocks().setConfig(name, options, BUDGET);
            RocksDB store = RocksDB.open(options, directory.resolve(name).toString());
            stores.add(store);
            try (ColumnFamilyOptions family = new ColumnFamilyOptions(options)) {
                family.setWriteBufferSize(OFFSETS_BUFFER).setArenaBlockSize(OFFSETS_BUFFER / 8);
                offsets.add(store.createColumnFamily(new ColumnFamilyDescriptor("offsets".getBytes(UTF_8), family)));
            }
        }
    }
}
