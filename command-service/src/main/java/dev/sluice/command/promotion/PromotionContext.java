package dev.sluice.command.promotion;

import dev.sluice.command.store.Aggregates;
import dev.sluice.command.turn.BoundedContext;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.promotion.CouponCommand;
import dev.sluice.schemas.tcc.BranchCommand;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configurer;
import org.jspecify.annotations.Nullable;

/** Every coupon. */
public final class PromotionContext implements BoundedContext {

    @Override
    public String name() {
        return "promotion";
    }

    @Override
    public boolean isEventSourced() {
        return true;
    }

    @Override
    public void register(Configurer axon, Cache aggregates) {
        Aggregates.register(axon, aggregates, Coupon.class, Coupon::new, this::target);
    }

    @Override
    public String target(Object command) {
        return switch (command) {
            case BranchCommand c -> c.key();
            case CouponCommand c -> c.code();
            default -> throw new IllegalArgumentException("not a command of promotion: " + command);
        };
    }

    @Override
    public List<TurnTable> tables(Cache aggregates) {
        return List.of(new CouponRows());
    }

    @Override
    public SnapshotKind snapshots() {
        return new SnapshotKind("coupon/1", Coupon.State.class);
    }

    @Override
    public @Nullable String operationId(Payload payload) {
        return payload instanceof CouponCommand.PutCoupon put ? put.operationId() : null;
    }
}
