package dev.sluice.schemas.promotion;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.money.Money;

/**
 * What has happened to a red envelope. Facts that change what is in it carry that as it is afterwards: {@code left}, in
 * {@code partsLeft} parts.
 */
public sealed interface EnvelopeFact extends Payload {

    String envelopeId();

    @WireName("promotion.EnvelopePut.v1")
    record EnvelopePut(String envelopeId, EnvelopeTerms terms) implements EnvelopeFact {}

    @WireName("promotion.PartDrawn.v1")
    record PartDrawn(String envelopeId, String customerId, Money amount, Money left, long partsLeft)
            implements EnvelopeFact {}

    /** The part is there for others again; who had drawn it cannot draw once more. */
    @WireName("promotion.PartReturned.v1")
    record PartReturned(String envelopeId, String customerId, Money amount, Money left, long partsLeft)
            implements EnvelopeFact {}

    /** @param returned what goes back to the shop */
    @WireName("promotion.EnvelopeClosed.v1")
    record EnvelopeClosed(String envelopeId, Money returned) implements EnvelopeFact {}
}
