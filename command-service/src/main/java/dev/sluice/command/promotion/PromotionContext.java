package dev.sluice.command.promotion;

import dev.sluice.command.store.Aggregates;
import dev.sluice.command.turn.BoundedContext;
import dev.sluice.command.turn.Incoming.Legible;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.promotion.CampaignCommand;
import dev.sluice.schemas.promotion.CouponCommand;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.Participant;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configurer;
import org.jspecify.annotations.Nullable;

/** Every coupon and every campaign. */
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
        Aggregates.register(axon, aggregates, Campaign.class, Campaign::new, this::target);
    }

    @Override
    public String target(Object command) {
        return switch (command) {
            case BranchCommand c -> c.key();
            case CouponCommand c -> c.code();
            case CampaignBranch c -> campaignId(c.verb().key());
            case CampaignCommand c -> campaignId(c.campaignId());
            default -> throw new IllegalArgumentException("not a command of promotion: " + command);
        };
    }

    /** Codes of coupons are in capitals: with a small letter in it, the id of a campaign is never one of them. */
    private static String campaignId(String id) {
        if (id.chars().noneMatch(Character::isLowerCase)) {
            throw new IllegalArgumentException("no campaign can be called " + id);
        }
        return id;
    }

    @Override
    public List<Work> plan(List<Legible> messages) {
        return messages.stream()
                .map(message -> new Work(commandOf(message.message().data()), message))
                .toList();
    }

    private static Object commandOf(Object data) {
        return data instanceof BranchCommand verb && verb.participant() == Participant.CAMPAIGN
                ? new CampaignBranch(verb)
                : data;
    }

    @Override
    public List<TurnTable> tables(Cache aggregates) {
        return List.of(TermsRows.ofCoupons(), TermsRows.ofCampaigns());
    }

    @Override
    public SnapshotKind snapshots() {
        return new SnapshotKind("coupon/1", Coupon.State.class);
    }

    @Override
    public @Nullable String operationId(Payload payload) {
        return switch (payload) {
            case CouponCommand.PutCoupon put -> put.operationId();
            case CampaignCommand command -> command.operationId();
            default -> null;
        };
    }
}
