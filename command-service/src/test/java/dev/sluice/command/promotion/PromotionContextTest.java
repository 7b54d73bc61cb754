package dev.sluice.command.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.schemas.promotion.CampaignCommand.Grab;
import dev.sluice.schemas.promotion.EnvelopeCommand.OpenEnvelope;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.Participant;
import org.junit.jupiter.api.Test;

class PromotionContextTest {

    private final PromotionContext promotion = new PromotionContext();

    @Test
    void aggregatesAreCalledWhatTheirMessagesAreKeyedBy() {
        assertThat(promotion.target(new Grab("op", "flash", "ann"))).isEqualTo("flash");
        assertThat(promotion.target(new CampaignBranch(new ConfirmBranch("o1", Participant.CAMPAIGN, "flash"))))
                .isEqualTo("flash");
        assertThat(promotion.target(new ConfirmBranch("o1", Participant.PROMOTION, "SPRING")))
                .isEqualTo("SPRING");
        assertThat(promotion.target(new OpenEnvelope("op", "Flash", "ann"))).isEqualTo("Flash");
    }

    @Test
    void noCampaignIsCalledWhatACouponCouldBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> promotion.target(new Grab("op", "2026", "ann")));
        assertThatIllegalArgumentException().isThrownBy(() -> promotion.target(new Grab("op", "SPRING", "ann")));
    }

    @Test
    void noEnvelopeIsCalledWhatACouponOrACampaignCouldBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> promotion.target(new OpenEnvelope("op", "SPRING", "ann")));
        assertThatIllegalArgumentException().isThrownBy(() -> promotion.target(new OpenEnvelope("op", "flash", "ann")));
        assertThatIllegalArgumentException().isThrownBy(() -> promotion.target(new Grab("op", "Flash", "ann")));
    }
}
