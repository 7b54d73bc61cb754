package dev.sluice.command.promotion;

import dev.sluice.command.message.Decision;
import dev.sluice.command.model.Actor;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.promotion.CouponFact;
import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.tcc.BranchCommand;
import java.time.Instant;
import java.util.List;

/** The real coupon, for the model. */
public final class ModelCoupon implements Actor {
    public static final long USES = 3;

    /** Scarce, and a share that few prices divide by evenly. */
    public static final CouponTerms TERMS = new CouponTerms(11, null, null, Instant.EPOCH, Instant.MAX, 2L, USES);

    private final Coupon coupon;

    public ModelCoupon(String code) {
        coupon = new Coupon(code);
    }

    @Override
    public Decision<? extends Payload> decide(List<? extends Payload> commands, Instant now) {
        return coupon.decide((BranchCommand) commands.getFirst(), now);
    }

    @Override
    public void evolve(Payload fact) {
        coupon.evolve((CouponFact) fact);
    }
}
