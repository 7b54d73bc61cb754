package dev.sluice.edge.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

/** Where a streamed body goes. Everything happens on the event loop. */
public interface Outlet extends Client {
    EventLoop loop();

    /** False while the client reads more slowly than we write: hold back until {@link #whenWritable}. */
    boolean writable();

    /** Takes over the buffer. */
    void write(ByteBuf bytes);

    /** Called once, the next time that {@link #writable} turns true. */
    void whenWritable(Runnable then);

    void end();

    /** Cuts the connection, so that nobody takes half a body for a whole one. */
    void abort();
}
