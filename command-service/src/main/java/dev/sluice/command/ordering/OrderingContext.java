package dev.sluice.command.ordering;

import dev.sluice.command.deadline.Timers;
import dev.sluice.command.order.AnswerBranches;
import dev.sluice.command.order.Checkout;
import dev.sluice.command.order.Orders;
import dev.sluice.command.price.RowFeed;
import dev.sluice.command.turn.BoundedContext;
import dev.sluice.command.turn.Incoming.Legible;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.order.OrderCommand;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.order.OrderCommand.CancelOrder;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderCommand.ResolveBranch;
import dev.sluice.schemas.order.OrderCommand.RetryBranch;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.promotion.GrabId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configurer;
import org.jspecify.annotations.Nullable;

/** Orders, each the process manager of its checkout. */
public final class OrderingContext implements BoundedContext {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RowFeed feed;
    private final Checkout checkout;

    public OrderingContext(RowFeed feed, Clock clock, Duration patience) {
        this.feed = feed;
        this.checkout = new Checkout(feed.lists(), clock, patience);
    }

    @Override
    public String name() {
        return "ordering";
    }

    @Override
    public boolean isEventSourced() {
        return true;
    }

    @Override
    public void register(Configurer axon, Cache aggregates) {
        axon.registerComponent(Checkout.class, _ -> checkout);
        Orders.register(axon, aggregates, this::target);
    }

    @Override
    public String target(Object command) {
        return switch (command) {
            case OrderCommand c -> c.orderId();
            case AnswerBranches c -> c.orderId();
            default -> throw new IllegalArgumentException("not a command of ordering: " + command);
        };
    }

    @Override
    public List<TurnTable> tables(Cache aggregates) {
        return List.of(new Timers(new OpenOrders()), new SettledOrders(aggregates));
    }

    @Override
    public void requireReady() {
        feed.catchUp(PATIENCE);
    }

    @Override
    public @Nullable String operationId(Payload payload) {
        return switch (payload) {
            case CancelOrder command -> command.operationId();
            case RetryBranch command -> command.operationId();
            case ResolveBranch command -> command.operationId();
            default -> null;
        };
    }

    /** Answers are grouped by order; the lists are read to their ends before anything is declined for want of an entry. */
    @Override
    public List<Work> plan(List<Legible> messages) {
        if (messages.stream().anyMatch(this::lacksPrices)) {
            feed.catchUp(PATIENCE);
        }
        List<Work> plan = new ArrayList<>(messages.size());
        Map<String, List<BranchAnswered>> answers = answersByOrder(messages);
        for (Legible message : messages) {
            if (message.message().data() instanceof BranchAnswered answer) {
                List<BranchAnswered> all = answers.remove(answer.orderId());
                if (all != null) {
                    plan.add(new Work(new AnswerBranches(answer.orderId(), all), message));
                }
            } else {
                plan.add(new Work(message.message().data(), message));
            }
        }
        return plan;
    }

    private boolean lacksPrices(Legible message) {
        return message.message().data() instanceof PlaceOrder command
                && (lacksCoupon(command.couponCode())
                        || lacksCampaign(command.grabId())
                        || command.lines().stream().map(RequestedLine::sku).anyMatch(this::lacksPrice));
    }

    private boolean lacksPrice(String sku) {
        return checkout.lists().prices().find(sku) == null;
    }

    private boolean lacksCoupon(@Nullable String code) {
        return code != null && checkout.lists().coupons().find(code) == null;
    }

    private boolean lacksCampaign(@Nullable String grabId) {
        GrabId grab = grabId == null ? null : GrabId.parse(grabId);
        return grab != null && checkout.lists().campaigns().find(grab.of()) == null;
    }

    private static Map<String, List<BranchAnswered>> answersByOrder(List<Legible> messages) {
        Map<String, List<BranchAnswered>> answers = new LinkedHashMap<>();
        for (Legible message : messages) {
            if (message.message().data() instanceof BranchAnswered answer) {
                answers.computeIfAbsent(answer.orderId(), _ -> new ArrayList<>(4))
                        .add(answer);
            }
        }
        return answers;
    }
}
