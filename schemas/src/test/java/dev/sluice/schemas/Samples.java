package dev.sluice.schemas;

import static dev.sluice.schemas.tcc.Participant.PAYMENT;
import static dev.sluice.schemas.tcc.Participant.PROMOTION;
import static dev.sluice.schemas.tcc.Participant.STOCK;

import dev.sluice.schemas.catalog.CatalogCommand.PutProduct;
import dev.sluice.schemas.customer.CustomerCommand.PutCustomer;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.operation.OperationOutcome.Refused;
import dev.sluice.schemas.operation.OperationOutcome.Succeeded;
import dev.sluice.schemas.order.AppliedCoupon;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.order.OrderCommand.CancelOrder;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderCommand.ResolveBranch;
import dev.sluice.schemas.order.OrderCommand.RetryBranch;
import dev.sluice.schemas.order.OrderFact.BranchInDoubt;
import dev.sluice.schemas.order.OrderFact.BranchResolved;
import dev.sluice.schemas.order.OrderFact.BranchRetried;
import dev.sluice.schemas.order.OrderFact.BranchesReversed;
import dev.sluice.schemas.order.OrderFact.BranchesSettled;
import dev.sluice.schemas.order.OrderFact.BranchesTried;
import dev.sluice.schemas.order.OrderFact.LinesReturned;
import dev.sluice.schemas.order.OrderFact.OrderCancelled;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderDeclined;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import dev.sluice.schemas.order.OrderFact.OrderSettled;
import dev.sluice.schemas.order.OrderFact.ReturnSettled;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.parking.ParkedMessage;
import dev.sluice.schemas.parking.ParkingAct;
import dev.sluice.schemas.parking.ParkingCommand.EditMessage;
import dev.sluice.schemas.parking.ParkingCommand.RetryMessage;
import dev.sluice.schemas.parking.ParkingCommand.SkipMessage;
import dev.sluice.schemas.parking.ParkingFact.MessageParked;
import dev.sluice.schemas.parking.ParkingFact.MessageReleased;
import dev.sluice.schemas.parking.ParkingFact.MessagesWaiting;
import dev.sluice.schemas.payment.WalletCommand.CreditPart;
import dev.sluice.schemas.payment.WalletCommand.SetBalance;
import dev.sluice.schemas.payment.WalletFact.BalanceSet;
import dev.sluice.schemas.payment.WalletFact.FreezeBarred;
import dev.sluice.schemas.payment.WalletFact.FreezeRefused;
import dev.sluice.schemas.payment.WalletFact.FundsCaptured;
import dev.sluice.schemas.payment.WalletFact.FundsFrozen;
import dev.sluice.schemas.payment.WalletFact.FundsRefunded;
import dev.sluice.schemas.payment.WalletFact.FundsUnfrozen;
import dev.sluice.schemas.payment.WalletFact.PartCredited;
import dev.sluice.schemas.promotion.CampaignCommand.Grab;
import dev.sluice.schemas.promotion.CampaignCommand.PutCampaign;
import dev.sluice.schemas.promotion.CampaignFact.CampaignPut;
import dev.sluice.schemas.promotion.CampaignFact.PlaceBarred;
import dev.sluice.schemas.promotion.CampaignFact.PlaceGranted;
import dev.sluice.schemas.promotion.CampaignFact.PlaceHeld;
import dev.sluice.schemas.promotion.CampaignFact.PlaceLeft;
import dev.sluice.schemas.promotion.CampaignFact.PlaceRefused;
import dev.sluice.schemas.promotion.CampaignFact.PlaceSpent;
import dev.sluice.schemas.promotion.CampaignFact.PlacesLapsed;
import dev.sluice.schemas.promotion.CampaignTerms;
import dev.sluice.schemas.promotion.CouponCommand.PutCoupon;
import dev.sluice.schemas.promotion.CouponFact.CouponBarred;
import dev.sluice.schemas.promotion.CouponFact.CouponLocked;
import dev.sluice.schemas.promotion.CouponFact.CouponPut;
import dev.sluice.schemas.promotion.CouponFact.CouponRedeemed;
import dev.sluice.schemas.promotion.CouponFact.CouponRefused;
import dev.sluice.schemas.promotion.CouponFact.CouponRestored;
import dev.sluice.schemas.promotion.CouponFact.CouponUnlocked;
import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.promotion.EnvelopeCommand.CloseEnvelope;
import dev.sluice.schemas.promotion.EnvelopeCommand.OpenEnvelope;
import dev.sluice.schemas.promotion.EnvelopeCommand.PutEnvelope;
import dev.sluice.schemas.promotion.EnvelopeCommand.ReturnPart;
import dev.sluice.schemas.promotion.EnvelopeFact.EnvelopeClosed;
import dev.sluice.schemas.promotion.EnvelopeFact.EnvelopePut;
import dev.sluice.schemas.promotion.EnvelopeFact.PartDrawn;
import dev.sluice.schemas.promotion.EnvelopeFact.PartReturned;
import dev.sluice.schemas.promotion.EnvelopeTerms;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.stock.StockFact.ReservationBarred;
import dev.sluice.schemas.stock.StockFact.ReservationRefused;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.stock.StockFact.UnitsReleased;
import dev.sluice.schemas.stock.StockFact.UnitsReserved;
import dev.sluice.schemas.stock.StockFact.UnitsReturned;
import dev.sluice.schemas.stock.StockFact.UnitsTaken;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.BranchOutcome;
import dev.sluice.schemas.tcc.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** At least one of everything that travels, with and without what may be absent. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    public static final Money PRICE = new Money(899, "GBP");

    private static final String ORDER = "0195-order";
    private static final String OPERATION = "0195-operation";
    private static final String SKU = "MUG-BLUE";
    private static final String CUSTOMER = "ada";
    private static final String COUPON = "SPRING";
    private static final String CAMPAIGN = "flash";
    private static final String ENVELOPE = "New-year";
    private static final String GRAB = "flash:ada";
    private static final String HASH = "9f86d081884c7d65";
    private static final Instant LATER = NOON.plusSeconds(30);
    private static final List<BranchId> BRANCHES = List.of(new BranchId(STOCK, SKU), new BranchId(PAYMENT, CUSTOMER));

    private Samples() {}

    public static List<Payload> payloads() {
        List<Payload> all = new ArrayList<>();
        all.addAll(orders());
        all.addAll(branches());
        all.addAll(stock());
        all.addAll(wallets());
        all.addAll(coupons());
        all.addAll(parking());
        all.addAll(campaigns());
        all.addAll(envelopes());
        all.addAll(others());
        return all;
    }

    public static List<Rejection> rejections() {
        return List.of(
                new Rejection.UnknownSku(SKU),
                new Rejection.TotalChanged(PRICE, PRICE.times(2)),
                new Rejection.TotalTooLarge(SKU),
                new Rejection.MixedCurrencies("GBP", "EUR"),
                new Rejection.InsufficientStock(SKU, 3, 2),
                new Rejection.InsufficientFunds(CUSTOMER, PRICE.times(2), PRICE),
                new Rejection.NoWallet(CUSTOMER),
                new Rejection.DeadlinePassed(LATER),
                new Rejection.BranchCancelled(),
                new Rejection.BelowReserved(SKU, 1, 2),
                new Rejection.UnknownCoupon(COUPON),
                new Rejection.CouponNotValid(COUPON, NOON, LATER),
                new Rejection.CouponMinimum(COUPON, PRICE.times(2), PRICE),
                new Rejection.CouponCurrency(COUPON, "EUR"),
                new Rejection.CouponUsedUp(COUPON, 1, true),
                new Rejection.CouponChanged(COUPON, PRICE, PRICE.times(2)),
                new Rejection.UnknownCampaign(CAMPAIGN),
                new Rejection.CampaignClosed(CAMPAIGN, NOON, LATER),
                new Rejection.SoldOut(CAMPAIGN, 1000),
                new Rejection.AlreadyGrabbed(GRAB),
                new Rejection.NoSuchGrab(GRAB),
                new Rejection.GrabNeedsItsLine(GRAB, SKU),
                new Rejection.UnknownEnvelope(ENVELOPE),
                new Rejection.EnvelopeClosed(ENVELOPE, NOON, LATER),
                new Rejection.EnvelopeEmpty(ENVELOPE, 50),
                new Rejection.AlreadyOpened(ENVELOPE, CUSTOMER),
                new Rejection.EnvelopeSealed(ENVELOPE),
                new Rejection.UnknownOrder(ORDER),
                new Rejection.OrderNotConfirmed(ORDER),
                new Rejection.NotReturnable(SKU, 2, 1),
                new Rejection.NotInDoubt(ORDER, SKU),
                new Rejection.NotParked("0195-letter"),
                new Rejection.FailedAgain("0195-letter", "negative amount"));
    }

    private static List<Payload> orders() {
        List<RequestedLine> requested = List.of(new RequestedLine(SKU, 2, null), new RequestedLine("BOWL", 1, PRICE));
        List<ReturnedLine> returned = List.of(new ReturnedLine(SKU, 1));
        List<OrderLine> priced = List.of(new OrderLine(SKU, "Blue mug", 2, PRICE));
        return List.of(
                new PlaceOrder(ORDER, CUSTOMER, requested, COUPON, GRAB, PRICE.times(3), HASH, NOON),
                new PlaceOrder(ORDER, CUSTOMER, requested, null, null, null, HASH, NOON),
                new BranchAnswered(ORDER, STOCK, SKU, null, BranchOutcome.TRIED, null, null),
                new BranchAnswered(
                        ORDER, STOCK, SKU, null, BranchOutcome.REFUSED, new Rejection.BranchCancelled(), null),
                new BranchAnswered(ORDER, STOCK, SKU, OPERATION, BranchOutcome.REVERSED, null, null),
                new BranchAnswered(
                        ORDER, PAYMENT, CUSTOMER, null, BranchOutcome.IN_DOUBT, null, "confirmed, never tried"),
                new CancelOrder(OPERATION, ORDER, List.of(), NOON),
                new CancelOrder(OPERATION, ORDER, returned, NOON),
                new RetryBranch(OPERATION, ORDER, BRANCHES.getFirst(), null, "olga"),
                new ResolveBranch(OPERATION, ORDER, BRANCHES.getLast(), OPERATION, "paid by hand", "olga"),
                new CheckDeadline(ORDER),
                new OrderPlaced(ORDER, CUSTOMER, priced, null, null, PRICE.times(2), HASH, NOON, NOON, LATER),
                new OrderPlaced(
                        ORDER,
                        CUSTOMER,
                        priced,
                        new AppliedCoupon(COUPON, PRICE),
                        GRAB,
                        PRICE,
                        HASH,
                        NOON,
                        NOON,
                        LATER),
                new OrderDeclined(ORDER, CUSTOMER, requested, new Rejection.UnknownSku("BOWL"), HASH, NOON, LATER),
                new BranchesTried(ORDER, BRANCHES),
                new OrderConfirmed(ORDER, LATER),
                new OrderRejected(ORDER, new Rejection.DeadlinePassed(LATER), LATER),
                new BranchesSettled(ORDER, BRANCHES),
                new BranchInDoubt(ORDER, BRANCHES.getFirst(), null, "cancelled, then confirmed", LATER),
                new BranchInDoubt(ORDER, BRANCHES.getFirst(), OPERATION, "returned too late", LATER),
                new OrderSettled(ORDER, LATER),
                new OrderCancelled(ORDER, OPERATION, LATER),
                new LinesReturned(ORDER, OPERATION, returned, PRICE, false, LATER),
                new BranchRetried(ORDER, BRANCHES.getFirst(), null, OPERATION, "olga", LATER),
                new BranchResolved(ORDER, BRANCHES.getLast(), OPERATION, OPERATION, "paid by hand", "olga", LATER),
                new BranchesReversed(ORDER, OPERATION, BRANCHES),
                new ReturnSettled(ORDER, OPERATION, LATER));
    }

    private static List<Payload> branches() {
        Purchase purchase = new Purchase(CUSTOMER, PRICE.times(2));
        return List.of(
                new TryBranch(ORDER, STOCK, SKU, 2, "pcs", LATER),
                new TryBranch(ORDER, PROMOTION, COUPON, 899, "GBP", purchase, LATER),
                new ConfirmBranch(ORDER, PAYMENT, CUSTOMER),
                new CancelBranch(ORDER, STOCK, SKU, LATER),
                new ReverseBranch(ORDER, STOCK, SKU, OPERATION, 1, "pcs", LATER),
                new ReverseBranch(ORDER, PROMOTION, COUPON, OPERATION, 899, "GBP", purchase, LATER));
    }

    private static List<Payload> stock() {
        return List.of(
                new CountStock(OPERATION, SKU, 5),
                new StockCounted(SKU, 5, 0),
                new UnitsReserved(SKU, ORDER, 2, LATER, 5, 2),
                new ReservationRefused(SKU, ORDER, 6, new Rejection.InsufficientStock(SKU, 6, 5), LATER),
                new UnitsTaken(SKU, ORDER, 2, 3, 0),
                new UnitsReleased(SKU, ORDER, 2, 5, 0),
                new UnitsReturned(SKU, ORDER, OPERATION, 1, LATER, 4, 0),
                new ReservationBarred(SKU, ORDER, LATER));
    }

    private static List<Payload> wallets() {
        return List.of(
                new SetBalance(OPERATION, CUSTOMER, PRICE),
                new CreditPart(CUSTOMER, ENVELOPE, PRICE),
                new PartCredited(CUSTOMER, ENVELOPE, PRICE, 899, 0),
                new BalanceSet(CUSTOMER, PRICE, 0),
                new FundsFrozen(CUSTOMER, ORDER, PRICE, LATER, 899, 899),
                new FreezeRefused(CUSTOMER, ORDER, PRICE, new Rejection.NoWallet(CUSTOMER), LATER),
                new FundsCaptured(CUSTOMER, ORDER, PRICE, 0, 0),
                new FundsUnfrozen(CUSTOMER, ORDER, PRICE, 899, 0),
                new FundsRefunded(CUSTOMER, ORDER, OPERATION, PRICE, LATER, 899, 0),
                new FreezeBarred(CUSTOMER, ORDER, LATER));
    }

    private static List<Payload> coupons() {
        CouponTerms share = new CouponTerms(10, null, PRICE, NOON, LATER, 1L, 1000L);
        CouponTerms amount = new CouponTerms(null, PRICE, null, NOON, LATER, null, null);
        return List.of(
                new PutCoupon(OPERATION, COUPON, share),
                new PutCoupon(OPERATION, COUPON, amount),
                new CouponPut(COUPON, share, 2),
                new CouponLocked(COUPON, ORDER, CUSTOMER, PRICE, LATER, 1, 0),
                new CouponRefused(COUPON, ORDER, PRICE, new Rejection.UnknownCoupon(COUPON), LATER),
                new CouponRedeemed(COUPON, ORDER, 0, 1),
                new CouponUnlocked(COUPON, ORDER, 0, 0),
                new CouponRestored(COUPON, ORDER, OPERATION, CUSTOMER, PRICE, LATER, 0, 0),
                new CouponBarred(COUPON, ORDER, LATER));
    }

    private static List<Payload> parking() {
        String letter = "0195-letter";
        ParkedMessage message = new ParkedMessage(
                "m1", "/edge", "stock.CountStock.v1", NOON.toString(), null, "{\"sku\":\"MUG\"}", false);
        ParkedMessage garbage = new ParkedMessage(null, null, null, null, null, "no JSON", true);
        ParkingAct act = new ParkingAct(ParkingAct.Kind.RETRY, OPERATION, "olga", NOON);
        return List.of(
                new RetryMessage(OPERATION, letter, "olga"),
                new EditMessage(OPERATION, letter, "{\"onHand\":5}", "olga"),
                new SkipMessage(OPERATION, letter, "olga"),
                new MessageParked(letter, "stock", "commands.stock", 2, SKU, message, "a hole", 1, 0, null, NOON),
                new MessageParked(letter, "stock", "commands.stock", 2, SKU, garbage, "no JSON", 2, 3, act, LATER),
                new MessagesWaiting(letter, 1, 2, LATER),
                new MessageReleased(letter, act, LATER));
    }

    private static List<Payload> campaigns() {
        CampaignTerms terms = new CampaignTerms(SKU, PRICE, 1000, NOON, LATER, 900);
        return List.of(
                new PutCampaign(OPERATION, CAMPAIGN, terms),
                new Grab(OPERATION, CAMPAIGN, CUSTOMER),
                new CampaignPut(CAMPAIGN, terms, 1),
                new PlaceGranted(CAMPAIGN, CUSTOMER, LATER, 1),
                new PlacesLapsed(CAMPAIGN, List.of(CUSTOMER), 0),
                new PlaceHeld(CAMPAIGN, ORDER, CUSTOMER, LATER),
                new PlaceRefused(CAMPAIGN, ORDER, new Rejection.NoSuchGrab(GRAB), LATER),
                new PlaceSpent(CAMPAIGN, ORDER),
                new PlaceLeft(CAMPAIGN, ORDER),
                new PlaceBarred(CAMPAIGN, ORDER, LATER));
    }

    private static List<Payload> envelopes() {
        EnvelopeTerms terms = new EnvelopeTerms(PRICE, 50, NOON, LATER);
        return List.of(
                new PutEnvelope(OPERATION, ENVELOPE, terms),
                new OpenEnvelope(OPERATION, ENVELOPE, CUSTOMER),
                new ReturnPart(ENVELOPE, CUSTOMER, PRICE),
                new CloseEnvelope(ENVELOPE),
                new EnvelopePut(ENVELOPE, terms),
                new PartDrawn(ENVELOPE, CUSTOMER, PRICE, PRICE, 49),
                new PartReturned(ENVELOPE, CUSTOMER, PRICE, PRICE.times(2), 50),
                new EnvelopeClosed(ENVELOPE, PRICE));
    }

    private static List<Payload> others() {
        return List.of(
                new PutProduct(OPERATION, SKU, "Blue mug", "Stoneware \"from Cornwall\", 0,3 l ☕", "Kitchen", PRICE),
                new PutProduct(OPERATION, SKU, "Blue mug", null, "Kitchen", PRICE),
                new PutCustomer(OPERATION, CUSTOMER, "Ada Lovelace", "ada@example.org", "GB"),
                new PutCustomer(OPERATION, CUSTOMER, "Ada Lovelace", null, "GB"),
                new Succeeded(OPERATION, "product", SKU, 3, NOON),
                new Succeeded(OPERATION, "part", "New-year:ada", 3, NOON, PRICE),
                new Refused(OPERATION, "stock", SKU, new Rejection.BelowReserved(SKU, 1, 2), NOON));
    }
}
