package dev.sluice.schemas.promotion;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.money.Money;

/** What is asked of a red envelope. */
public sealed interface EnvelopeCommand extends Payload {

    String envelopeId();

    /** Fill it. What is in it is set aside, so another filling is refused. */
    @WireName("promotion.PutEnvelope.v1")
    record PutEnvelope(String operationId, String envelopeId, EnvelopeTerms terms) implements EnvelopeCommand {}

    /** A customer wants a part. */
    @WireName("promotion.OpenEnvelope.v1")
    record OpenEnvelope(String operationId, String envelopeId, String customerId) implements EnvelopeCommand {}

    /** The customer's wallet cannot take the part. */
    @WireName("promotion.ReturnPart.v1")
    record ReturnPart(String envelopeId, String customerId, Money amount) implements EnvelopeCommand {}

    /** Its time is over. */
    @WireName("promotion.CloseEnvelope.v1")
    record CloseEnvelope(String envelopeId) implements EnvelopeCommand {}
}
