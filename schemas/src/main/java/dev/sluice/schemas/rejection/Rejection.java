package dev.sluice.schemas.rejection;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.sluice.schemas.money.Money;
import java.time.Instant;

/** A refusal by a business rule: a code on the wire ({@code code}) and the data that explain it. Never a technical failure. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "code")
public sealed interface Rejection {

    /** One sentence for a person. */
    String message();

    @JsonTypeName("UNKNOWN_SKU")
    record UnknownSku(String sku) implements Rejection {
        @Override
        public String message() {
            return "There is no product " + sku + ".";
        }
    }

    @JsonTypeName("TOTAL_CHANGED")
    record TotalChanged(Money expected, Money actual) implements Rejection {
        @Override
        public String message() {
            return "The total is " + actual.amount() + " " + actual.currency() + " in minor units, not the expected "
                    + expected.amount() + " " + expected.currency() + ".";
        }
    }

    @JsonTypeName("TOTAL_TOO_LARGE")
    record TotalTooLarge(String sku) implements Rejection {
        @Override
        public String message() {
            return "The total does not fit a 64-bit amount at product " + sku + ".";
        }
    }

    @JsonTypeName("MIXED_CURRENCIES")
    record MixedCurrencies(String first, String second) implements Rejection {
        @Override
        public String message() {
            return "One order cannot hold prices in " + first + " and " + second + ".";
        }
    }

    @JsonTypeName("INSUFFICIENT_STOCK")
    record InsufficientStock(String sku, long requested, long available) implements Rejection {
        @Override
        public String message() {
            return "Only " + available + " of " + sku + " are available, " + requested + " were asked for.";
        }
    }

    @JsonTypeName("INSUFFICIENT_FUNDS")
    record InsufficientFunds(String customerId, Money required, Money available) implements Rejection {
        @Override
        public String message() {
            return "The wallet holds " + available.amount() + " " + available.currency() + " in minor units, "
                    + required.amount() + " " + required.currency() + " are needed.";
        }
    }

    @JsonTypeName("NO_WALLET")
    record NoWallet(String customerId) implements Rejection {
        @Override
        public String message() {
            return "Customer " + customerId + " has no wallet.";
        }
    }

    @JsonTypeName("DEADLINE_PASSED")
    record DeadlinePassed(Instant deadline) implements Rejection {
        @Override
        public String message() {
            return "The checkout was not decided before its deadline, " + deadline + ".";
        }
    }

    /** A Cancel of the same branch came first; the Try that follows it must not hang (empty cancel). */
    @JsonTypeName("BRANCH_CANCELLED")
    record BranchCancelled() implements Rejection {
        @Override
        public String message() {
            return "The branch was cancelled before it was tried.";
        }
    }

    @JsonTypeName("BELOW_RESERVED")
    record BelowReserved(String id, long wanted, long reserved) implements Rejection {
        @Override
        public String message() {
            return id + " cannot be set to " + wanted + ": " + reserved + " are promised to open orders.";
        }
    }

    @JsonTypeName("UNKNOWN_COUPON")
    record UnknownCoupon(String couponCode) implements Rejection {
        @Override
        public String message() {
            return "There is no coupon " + couponCode + ".";
        }
    }

    @JsonTypeName("COUPON_NOT_VALID")
    record CouponNotValid(String couponCode, Instant validFrom, Instant validUntil) implements Rejection {
        @Override
        public String message() {
            return "Coupon " + couponCode + " is valid from " + validFrom + " until " + validUntil + ".";
        }
    }

    @JsonTypeName("COUPON_MINIMUM")
    record CouponMinimum(String couponCode, Money minimum, Money subtotal) implements Rejection {
        @Override
        public String message() {
            return "Coupon " + couponCode + " takes lines of " + minimum.amount() + " " + minimum.currency()
                    + " in minor units, these come to " + subtotal.amount() + ".";
        }
    }

    @JsonTypeName("COUPON_CURRENCY")
    record CouponCurrency(String couponCode, String currency) implements Rejection {
        @Override
        public String message() {
            return "Coupon " + couponCode + " is not for prices in " + currency + ".";
        }
    }

    /** All the uses that there are, or that a customer has, are spent or set aside. */
    @JsonTypeName("COUPON_USED_UP")
    record CouponUsedUp(String couponCode, long limit, boolean ofThisCustomer) implements Rejection {
        @Override
        public String message() {
            return ofThisCustomer
                    ? "A customer can use coupon " + couponCode + " for " + limit + " orders, and this one has."
                    : "Coupon " + couponCode + " was for " + limit + " orders and is used up.";
        }
    }

    /** The order was priced by terms that no longer hold. */
    @JsonTypeName("COUPON_CHANGED")
    record CouponChanged(String couponCode, Money expected, Money actual) implements Rejection {
        @Override
        public String message() {
            return "Coupon " + couponCode + " takes off " + actual.amount() + " " + actual.currency()
                    + " in minor units now, not " + expected.amount() + ".";
        }
    }

    @JsonTypeName("UNKNOWN_CAMPAIGN")
    record UnknownCampaign(String campaignId) implements Rejection {
        @Override
        public String message() {
            return "There is no campaign " + campaignId + ".";
        }
    }

    @JsonTypeName("CAMPAIGN_CLOSED")
    record CampaignClosed(String campaignId, Instant opensAt, Instant closesAt) implements Rejection {
        @Override
        public String message() {
            return "Campaign " + campaignId + " is open from " + opensAt + " until " + closesAt + ".";
        }
    }

    @JsonTypeName("SOLD_OUT")
    record SoldOut(String campaignId, long places) implements Rejection {
        @Override
        public String message() {
            return "All " + places + " places of campaign " + campaignId + " are taken.";
        }
    }

    @JsonTypeName("ALREADY_GRABBED")
    record AlreadyGrabbed(String grabId) implements Rejection {
        @Override
        public String message() {
            return "This customer has a place already, " + grabId + ".";
        }
    }

    /** The customer has no such place, or it has lapsed, or it is spent. */
    @JsonTypeName("NO_SUCH_GRAB")
    record NoSuchGrab(String grabId) implements Rejection {
        @Override
        public String message() {
            return "There is no place " + grabId + " that could become this customer's order.";
        }
    }

    /** A place buys one unit of its campaign's product. */
    @JsonTypeName("GRAB_NEEDS_ITS_LINE")
    record GrabNeedsItsLine(String grabId, String sku) implements Rejection {
        @Override
        public String message() {
            return "With " + grabId + " the order is one unit of " + sku + " and nothing else.";
        }
    }

    @JsonTypeName("UNKNOWN_ENVELOPE")
    record UnknownEnvelope(String envelopeId) implements Rejection {
        @Override
        public String message() {
            return "There is no red envelope " + envelopeId + ".";
        }
    }

    @JsonTypeName("ENVELOPE_CLOSED")
    record EnvelopeClosed(String envelopeId, Instant opensAt, Instant closesAt) implements Rejection {
        @Override
        public String message() {
            return "Red envelope " + envelopeId + " is open from " + opensAt + " until " + closesAt + ".";
        }
    }

    @JsonTypeName("ENVELOPE_EMPTY")
    record EnvelopeEmpty(String envelopeId, long parts) implements Rejection {
        @Override
        public String message() {
            return "All " + parts + " parts of red envelope " + envelopeId + " are drawn.";
        }
    }

    @JsonTypeName("ALREADY_OPENED")
    record AlreadyOpened(String envelopeId, String customerId) implements Rejection {
        @Override
        public String message() {
            return "Customer " + customerId + " has drawn from red envelope " + envelopeId + " already.";
        }
    }

    /** The sum in it is set aside; other terms would make it another envelope. */
    @JsonTypeName("ENVELOPE_SEALED")
    record EnvelopeSealed(String envelopeId) implements Rejection {
        @Override
        public String message() {
            return "Red envelope " + envelopeId + " is filled already, with other terms.";
        }
    }

    @JsonTypeName("UNKNOWN_ORDER")
    record UnknownOrder(String orderId) implements Rejection {
        @Override
        public String message() {
            return "There is no order " + orderId + ".";
        }
    }

    /** What is not sold cannot come back. */
    @JsonTypeName("ORDER_NOT_CONFIRMED")
    record OrderNotConfirmed(String orderId) implements Rejection {
        @Override
        public String message() {
            return "Order " + orderId + " is not confirmed, so that nothing of it can be returned.";
        }
    }

    @JsonTypeName("NOT_RETURNABLE")
    record NotReturnable(String sku, long requested, long returnable) implements Rejection {
        @Override
        public String message() {
            return "Only " + returnable + " of " + sku + " can be returned from this order, " + requested
                    + " were asked for.";
        }
    }

    /** Only what is in doubt can be retried or resolved. */
    @JsonTypeName("NOT_IN_DOUBT")
    record NotInDoubt(String orderId, String key) implements Rejection {
        @Override
        public String message() {
            return "No branch at " + key + " of order " + orderId + " is in doubt.";
        }
    }

    /** Only what is parked can be retried, edited or skipped. */
    @JsonTypeName("NOT_PARKED")
    record NotParked(String letterId) implements Rejection {
        @Override
        public String message() {
            return "The message " + letterId + " is not parked, or is being carried out already.";
        }
    }

    /** It stays parked, and those behind it wait on. */
    @JsonTypeName("FAILED_AGAIN")
    record FailedAgain(String letterId, String error) implements Rejection {
        @Override
        public String message() {
            return "The message " + letterId + " could not be carried out this time either (" + error + ").";
        }
    }
}
