package dev.sluice.edge.operations;

import dev.sluice.edge.json.BodySchema;
import dev.sluice.schemas.catalog.CatalogCommand.PutProduct;
import dev.sluice.schemas.customer.CustomerCommand.PutCustomer;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.payment.WalletCommand.SetBalance;
import dev.sluice.schemas.promotion.CampaignCommand.PutCampaign;
import dev.sluice.schemas.promotion.CouponCommand.PutCoupon;
import dev.sluice.schemas.promotion.EnvelopeCommand.PutEnvelope;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.topic.Topics;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that can be put.
 *
 * @param entity what its outcomes call it
 * @param topic where its commands go
 * @param id makes what is meant of what stands in the path
 */
public record Writable<B>(
        String entity, String topic, UnaryOperator<String> id, BodySchema<B> schema, Command<B> command) {

    public static final Writable<Product> PRODUCT = new Writable<>(
            "product",
            Topics.COMMANDS_CATALOG,
            UnaryOperator.identity(),
            BodySchema.of("put-product", Product.class),
            (operation, sku, body) ->
                    new PutProduct(operation, sku, body.name, body.description, body.category, body.price));

    public static final Writable<Stock> STOCK = new Writable<>(
            "stock",
            Topics.COMMANDS_STOCK,
            UnaryOperator.identity(),
            BodySchema.of("put-stock", Stock.class),
            (operation, sku, body) -> new CountStock(operation, sku, body.onHand));

    public static final Writable<Wallet> WALLET = new Writable<>(
            "wallet",
            Topics.COMMANDS_PAYMENT,
            UnaryOperator.identity(),
            BodySchema.of("put-wallet", Wallet.class),
            (operation, customer, body) -> new SetBalance(operation, customer, body.balance));

    public static final Writable<Customer> CUSTOMER = new Writable<>(
            "customer",
            Topics.COMMANDS_CUSTOMER,
            UnaryOperator.identity(),
            BodySchema.of("put-customer", Customer.class),
            (operation, customer, body) -> new PutCustomer(operation, customer, body.name, body.email, body.country));

    public static final Writable<CouponBody> COUPON = new Writable<>(
            "coupon",
            Topics.COMMANDS_PROMOTION,
            code -> code.toUpperCase(Locale.ROOT),
            BodySchema.of("put-coupon", CouponBody.class),
            (operation, code, body) -> new PutCoupon(operation, code, body.terms()));

    public static final Writable<CampaignBody> CAMPAIGN = new Writable<>(
            "campaign",
            Topics.COMMANDS_PROMOTION,
            Writable::campaignId,
            BodySchema.of("put-campaign", CampaignBody.class),
            (operation, id, body) -> new PutCampaign(operation, id, body.terms()));

    public static final Writable<EnvelopeBody> ENVELOPE = new Writable<>(
            "envelope",
            Topics.COMMANDS_PROMOTION,
            Writable::envelopeId,
            BodySchema.of("put-envelope", EnvelopeBody.class),
            (operation, id, body) -> new PutEnvelope(operation, id, body.terms()));

    /** With a letter in it, so that it is no coupon's code, which is in capitals. */
    private static String campaignId(String given) {
        String id = given.toLowerCase(Locale.ROOT);
        if (id.chars().noneMatch(Character::isLowerCase)) {
            throw Put.malformedId("must have a letter in it");
        }
        return id;
    }

    /** With its first letter alone a capital, so that it is neither a coupon's code nor a campaign's id. */
    private static String envelopeId(String given) {
        String id = given.toLowerCase(Locale.ROOT);
        int first = firstLetter(id, 0);
        if (first < 0 || firstLetter(id, first + 1) < 0) {
            throw Put.malformedId("must have two letters in it");
        }
        return id.substring(0, first) + Character.toUpperCase(id.charAt(first)) + id.substring(first + 1);
    }

    private static int firstLetter(String id, int from) {
        return IntStream.range(from, id.length())
                .filter(at -> Character.isLowerCase(id.charAt(at)))
                .findFirst()
                .orElse(-1);
    }

    /** Makes the command from the operation's id, the entity's id and the body. */
    @FunctionalInterface
    public interface Command<B> {
        Payload of(String operationId, String entityId, B body);
    }

    public record Product(String name, @Nullable String description, String category, Money price) {}

    public record Stock(long onHand) {}

    public record Wallet(Money balance) {}

    public record Customer(String name, @Nullable String email, String country) {}
}
