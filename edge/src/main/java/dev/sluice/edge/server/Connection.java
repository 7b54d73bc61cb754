package dev.sluice.edge.server;

import dev.sluice.edge.exchange.Account;
import dev.sluice.edge.exchange.Witness;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Client;
import dev.sluice.edge.http.OnLoop;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.http.Visitor;
import dev.sluice.edge.routing.Router;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection: one request at a time is read, worked on and answered, so pipelined ones are answered in order.
 * At most one read of the socket is ahead of the work, which is how a client that sends faster than we answer, or does not
 * read its answers, is held back; and how we notice that it has gone. Confined to its event loop.
 */
final class Connection extends ChannelInboundHandlerAdapter implements Client {
    /** The user event after which no further request is begun. */
    static final Object DRAIN = new Object();
    /** Parts of requests; then it is the turn of other connections. */
    private static final int MOST_AT_ONCE = 32;

    private final Entrance entrance;
    private final Conduct conduct;
    private final Answers answers;
    private final Account account;
    private final Deadline deadline = new Deadline();
    private final Leftover leftover = new Leftover();
    private final ArrayDeque<HttpObject> inbox = new ArrayDeque<>();
    private final List<Runnable> onGone = new ArrayList<>();
    private Phase phase = Phase.AWAITING;
    private @Nullable Incoming incoming;
    private @Nullable StreamOutlet outlet;
    private boolean met;
    private boolean pumping;
    private boolean draining;
    private boolean gone;
    private Peer peer = Peer.UNKNOWN;
    private Visitor owner = Visitor.UNKNOWN;
    private Visitor visitor = Visitor.UNKNOWN;

    Connection(Entrance entrance, Conduct conduct, Answers answers, Witness witness) {
        this.entrance = entrance;
        this.conduct = conduct;
        this.answers = answers;
        this.account = new Account(witness);
    }

    /** Where it comes to a connection that is open already; otherwise that is told later. */
    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        if (ctx.channel().isActive()) {
            channelActive(ctx);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        if (met) {
            return;
        }
        met = true;
        deadline.start(ctx);
        peer = Peer.of(ctx.channel().remoteAddress());
        owner = entrance.owner(peer);
        enter(ctx, Phase.AWAITING);
        ctx.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (phase == Phase.LEAVING) {
            leftover.drop(ctx, message);
        } else {
            inbox.add((HttpObject) message);
            pump(ctx);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        readOn(ctx);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        boolean writable = ctx.channel().isWritable();
        deadline.stalled(writable ? null : conduct.stalled(), () -> Goodbye.cut(ctx));
        if (writable) {
            pump(ctx);
            if (outlet != null) {
                outlet.turnedWritable();
            }
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (event == DRAIN) {
            draining = true;
            if (phase == Phase.AWAITING && inbox.isEmpty()) {
                leave(ctx);
            }
        } else {
            super.userEventTriggered(ctx, event);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        gone = true;
        phase = Phase.LEAVING;
        deadline.stop();
        account.ended(deadline.now(), false);
        dropIncoming();
        List.copyOf(onGone).forEach(Runnable::run);
        onGone.clear();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        Failures.log(cause);
        Goodbye.cut(ctx);
    }

    @Override
    public void whenGone(Runnable then) {
        if (gone) {
            then.run();
        } else {
            onGone.add(then);
        }
    }

    private void readOn(ChannelHandlerContext ctx) {
        if (inbox.isEmpty()) {
            ctx.read();
        }
    }

    /** Not re-entrant, or a long pipeline of requests that are answered at once would overflow the stack. */
    private void pump(ChannelHandlerContext ctx) {
        if (pumping) {
            return;
        }
        pumping = true;
        for (int taken = 0; !inbox.isEmpty() && mayTake(ctx); taken++) {
            if (taken == MOST_AT_ONCE) {
                ctx.executor().execute(() -> pumpOn(ctx));
                break;
            }
            take(ctx, inbox.remove());
        }
        pumping = false;
    }

    private void pumpOn(ChannelHandlerContext ctx) {
        pump(ctx);
        readOn(ctx);
    }

    private boolean mayTake(ChannelHandlerContext ctx) {
        return switch (phase) {
            case AWAITING -> ctx.channel().isWritable();
            case READING -> true;
            case WORKING, LEAVING -> false;
        };
    }

    private void take(ChannelHandlerContext ctx, HttpObject part) {
        try {
            if (part instanceof HttpRequest head) {
                visitor = entrance.visitor(peer, owner, head);
                account.begun(deadline.now(), visitor);
            }
            if (part.decoderResult().isFailure()) {
                throw Malformed.undecodable(part.decoderResult());
            }
            if (part instanceof HttpRequest head) {
                begin(ctx, head);
            }
            if (part instanceof HttpContent content && incoming != null) {
                incoming.add(content.content());
                if (content instanceof LastHttpContent) {
                    work(ctx, incoming);
                }
            }
        } catch (Refusal refusal) {
            refuse(ctx, refusal, part instanceof HttpRequest head && bodyless(head));
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest head) {
        Router.Match match = entrance.admit(head, visitor);
        account.matched(head.method(), match.route().pattern());
        if (HttpUtil.is100ContinueExpected(head)) {
            Answers.goOn(ctx);
        }
        incoming = new Incoming(head, match);
        enter(ctx, Phase.READING);
    }

    private void work(ChannelHandlerContext ctx, Incoming whole) {
        enter(ctx, Phase.WORKING);
        incoming = null;
        HttpRequest head = whole.head();
        Request request = new Request(
                head, whole.body(), whole.match().parameters(), ctx.channel().eventLoop(), this, visitor);
        account.understood(request);
        var _ = Failures.answered(whole.match().handler(), request)
                .thenAccept(given -> OnLoop.run(request.loop(), () -> finish(ctx, head, request.complete(given))));
    }

    private void finish(ChannelHandlerContext ctx, HttpRequest head, Answer answer) {
        Answer.Stream stream = answer.stream();
        if (phase != Phase.WORKING) {
            if (stream != null) {
                stream.skip();
            }
            return;
        }
        boolean keepAlive = HttpUtil.isKeepAlive(head) && !draining;
        account.answered(answer.status());
        boolean bodyless = bodyless(head);
        if (stream == null) {
            account.sent(bodyless ? 0 : answer.body().length);
            answers.whole(ctx, answer, head.protocolVersion(), keepAlive, bodyless);
            done(ctx, keepAlive);
            return;
        }
        boolean delimited = bodyless || Answers.delimited(answer, head.protocolVersion());
        answers.head(ctx, answer, head.protocolVersion(), keepAlive && delimited, bodyless);
        outlet = new StreamOutlet(ctx, this, account, () -> done(ctx, keepAlive && delimited));
        if (bodyless) {
            stream.skip();
            outlet.end();
        } else {
            stream.start(outlet);
        }
    }

    private static boolean bodyless(HttpRequest head) {
        return head.method().equals(HttpMethod.HEAD);
    }

    private void done(ChannelHandlerContext ctx, boolean keepAlive) {
        outlet = null;
        onGone.clear();
        account.ended(deadline.now(), !gone);
        if (gone) {
            return;
        }
        if (!keepAlive || draining) {
            leave(ctx);
            return;
        }
        enter(ctx, Phase.AWAITING);
        if (!pumping) {
            pump(ctx);
            readOn(ctx);
        }
    }

    private void refuse(ChannelHandlerContext ctx, Refusal refusal, boolean bodyless) {
        Answer answer = refusal.answer();
        answers.whole(ctx, answer, HttpVersion.HTTP_1_1, false, bodyless);
        account.answered(answer.status());
        account.sent(bodyless ? 0 : answer.body().length);
        account.ended(deadline.now(), true);
        leave(ctx);
    }

    private void leave(ChannelHandlerContext ctx) {
        enter(ctx, Phase.LEAVING);
        dropIncoming();
        Goodbye.say(ctx);
        ctx.read();
    }

    private void dropIncoming() {
        inbox.forEach(ReferenceCountUtil::release);
        inbox.clear();
        incoming = null;
    }

    private void enter(ChannelHandlerContext ctx, Phase next) {
        phase = next;
        switch (next) {
            case AWAITING -> deadline.in(conduct.idle(), () -> leave(ctx));
            case READING -> deadline.in(conduct.bodyTime(), () -> refuse(ctx, Malformed.tooSlow(), false));
            case WORKING -> deadline.none();
            case LEAVING -> deadline.in(conduct.linger(), () -> Goodbye.cut(ctx));
        }
    }
}
