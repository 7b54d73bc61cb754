package dev.sluice.edge.harness;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.buffer.PooledByteBufAllocator;
import java.lang.management.ManagementFactory;

/**
 * What this process, and so the edge in it, holds.
 *
 * @param heap bytes that are still reachable
 * @param reserved bytes of buffers outside the heap
 * @param pinned bytes of buffers that were not given back
 * @param files open ones, among them sockets
 */
public record Footprint(long heap, long reserved, long pinned, long files) {
    public static Footprint now() {
        System.gc();
        PooledByteBufAllocator buffers = PooledByteBufAllocator.DEFAULT;
        return new Footprint(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                buffers.metric().usedDirectMemory(),
                buffers.pinnedDirectMemory(),
                ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                        .getOpenFileDescriptorCount());
    }
}
