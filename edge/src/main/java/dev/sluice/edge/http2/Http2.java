package dev.sluice.edge.http2;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Connections of HTTP/2 (RFC 9113), by Netty's codec. What a client may have us do for nothing is bounded: streams at once, bytes of
 * header fields, streams that it resets at once (CVE-2023-44487), frames of fields that bring next to nothing (CVE-2024-27316), and
 * control frames that wait for their answer. Who exceeds it is told so by a GOAWAY, and its connection ends.
 *
 * @param mostOfFields bytes that all fields of a request may have, its path included
 * @param idle until a connection without streams is ended
 * @param drain how long streams under way may take when the edge is stopped
 * @param drained the user event after which no further stream is begun
 */
public record Http2(int mostOfFields, Duration idle, Duration drain, Object drained) {
    private static final int STREAMS = 100;
    /** Of streams, in so many seconds; a browser that leaves a page full of images resets a few dozen. */
    private static final int RESETS = 200;

    private static final int RESETS_SECONDS = 10;
    private static final int EMPTY_FRAMES = 10;
    private static final int SMALL_CONTINUATIONS = 16;

    /** @param service one for each stream, as for a connection of HTTP/1.1 */
    public void begin(ChannelPipeline pipeline, Supplier<? extends ChannelHandler> service) {
        Http2FrameCodec codec = Http2FrameCodecBuilder.forServer()
                .initialSettings(Http2Settings.defaultSettings()
                        .maxConcurrentStreams(STREAMS)
                        .maxHeaderListSize(mostOfFields))
                .decoderEnforceMaxRstFramesPerWindow(RESETS, RESETS_SECONDS)
                .encoderEnforceMaxRstFramesPerWindow(RESETS, RESETS_SECONDS)
                .decoderEnforceMaxConsecutiveEmptyDataFrames(EMPTY_FRAMES)
                .decoderEnforceMaxSmallContinuationFrames(SMALL_CONTINUATIONS)
                .gracefulShutdownTimeoutMillis(drain.toMillis())
                .build();
        // What comes is bounded by windows, so it can be read at once; frames that concern all streams must be.
        pipeline.channel().config().setAutoRead(true);
        pipeline.addLast(codec)
                .addLast(new IdleStateHandler(0, 0, idle.toMillis(), TimeUnit.MILLISECONDS))
                .addLast(new Upkeep(codec, drained))
                .addLast(new Http2MultiplexHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel stream) {
                        stream.config().setAutoRead(false);
                        stream.pipeline()
                                .addLast(new Http2StreamFrameToHttpObjectCodec(true))
                                .addLast(new Soundness())
                                .addLast(service.get());
                    }
                }));
    }
}
