package dev.sluice.command.promotion;

import dev.sluice.command.deadline.Timers;
import dev.sluice.command.store.Aggregates;
import dev.sluice.command.turn.BoundedContext;
import dev.sluice.command.turn.Incoming.Legible;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.promotion.CampaignCommand;
import dev.sluice.schemas.promotion.CouponCommand;
import dev.sluice.schemas.promotion.EnvelopeCommand;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.Participant;
import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configurer;
import org.jspecify.annotations.Nullable;

/** Every coupon, campaign and red envelope. */
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
        Aggregates.register(axon, aggregates, Envelope.class, Envelope::new, this::target);
        axon.registerComponent(RandomGenerator.class, _ -> new SecureRandom());
    }

    @Override
    public String target(Object command) {
        return switch (command) {
            case BranchCommand c -> c.key();
            case CouponCommand c -> c.code();
            case CampaignBranch c -> campaignId(c.verb().key());
            case CampaignCommand c -> campaignId(c.campaignId());
            case EnvelopeCommand c -> envelopeId(c.envelopeId());
            default -> throw new IllegalArgumentException("not a command of promotion: " + command);
        };
    }

    /** With small letters and no capital, which no coupon and no envelope has. */
    private static String campaignId(String id) {
        return called(id, hasSmallLetters(id) && !hasCapitals(id), "campaign");
    }

    /** With both, which no coupon and no campaign has. */
    private static String envelopeId(String id) {
        return called(id, hasSmallLetters(id) && hasCapitals(id), "red envelope");
    }

    private static String called(String id, boolean fits, String what) {
        if (!fits) {
            throw new IllegalArgumentException("no " + what + " can be called " + id);
        }
        return id;
    }

    private static boolean hasSmallLetters(String id) {
        return id.chars().anyMatch(Character::isLowerCase);
    }

    private static boolean hasCapitals(String id) {
        return id.chars().anyMatch(Character::isUpperCase);
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
        return List.of(TermsRows.ofCoupons(), TermsRows.ofCampaigns(), new Timers(new OpenEnvelopes()));
    }

    @Override
    public List<SnapshotKind> snapshots() {
        return List.of(
                new SnapshotKind("coupon/1", Coupon.State.class),
                new SnapshotKind("campaign/1", Campaign.State.class),
                new SnapshotKind("envelope/1", Envelope.State.class));
    }

    @Override
    public @Nullable String operationId(Payload payload) {
        return switch (payload) {
            case CouponCommand.PutCoupon put -> put.operationId();
            case CampaignCommand command -> command.operationId();
            case EnvelopeCommand.PutEnvelope put -> put.operationId();
            case EnvelopeCommand.OpenEnvelope open -> open.operationId();
            default -> null;
        };
    }
}
