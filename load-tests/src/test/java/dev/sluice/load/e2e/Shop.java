package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.CustomerRequest;
import dev.sluice.load.api.OrderRequest;
import dev.sluice.load.api.OrderView;
import dev.sluice.load.api.ProductRequest;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.http.Answer;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.promotion.CampaignFact;
import dev.sluice.schemas.promotion.CampaignTerms;
import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.promotion.EnvelopeFact;
import dev.sluice.schemas.promotion.EnvelopeTerms;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.view.ProductPageView;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A shop of a test's own: products and customers that no other test knows. */
final class Shop {
    private static final int LONGEST_ID = 64;

    private final Sluice sluice;
    private final ShopApi admin;

    Shop(Sluice sluice) {
        this.sluice = sluice;
        this.admin = sluice.admin();
    }

    /** A product that everybody can see with its stock; its name is "Product" and the SKU. */
    String product(long units, long pence) {
        return product(unique("sku"), units, pence);
    }

    String product(String sku, long units, long pence) {
        reprices(sku, pence);
        succeeded(admin.putStock(sku, units));
        Sluice.await().until(() -> page(sku).available() == units);
        return sku;
    }

    void reprices(String sku, long pence) {
        succeeded(admin.putProduct(sku, new ProductRequest("Product " + sku, null, "Tests", gbp(pence))));
    }

    /** A customer with so much money; the name is "Customer" and the id. */
    String customer(long pence) {
        String id = unique("cust");
        succeeded(admin.putCustomer(id, new CustomerRequest("Customer " + id, id + "@example.com", "Iceland")));
        succeeded(admin.putWallet(id, gbp(pence)));
        return id;
    }

    /** A coupon's code, in capital letters. */
    String coupon(CouponTerms terms) {
        String code = unique("coupon").toUpperCase(Locale.ROOT);
        succeeded(admin.putCoupon(code, terms));
        return code;
    }

    /** A campaign's id, in small letters. */
    String campaign(CampaignTerms terms) {
        String id = unique("campaign");
        succeeded(admin.putCampaign(id, terms));
        return id;
    }

    /** An envelope's id, as long as ids can be. */
    String envelope(EnvelopeTerms terms) {
        String id = (unique("Envelope") + "-").concat("x".repeat(LONGEST_ID)).substring(0, LONGEST_ID);
        succeeded(admin.putEnvelope(id, terms));
        return id;
    }

    ProductPageView page(String sku) {
        return admin.product(sku).as(ProductPageView.class);
    }

    /** Places an order and waits for its end. */
    OrderView buys(String customer, String sku, long quantity) {
        return buys(customer, order(customer, sku, quantity));
    }

    OrderView buys(String customer, OrderRequest order) {
        Answer answer = sluice.shopper(customer).placeOrder(Ids.next(), order);
        String id = answer.as(OrderNamed.class).id();
        return sluice.shopper(customer).awaitEnd(id, new Stall(Sluice.PATIENCE));
    }

    static OrderRequest order(String customer, String sku, long quantity) {
        return new OrderRequest(customer, List.of(new RequestedLine(sku, quantity, null)));
    }

    static byte[] json(Object body) {
        return Json.MAPPER.writeValueAsBytes(body);
    }

    List<OrderFact> orderFacts(String orderId) throws SQLException {
        List<OrderFact> facts = new ArrayList<>();
        sluice.mysql.orders(List.of(orderId), facts::add);
        return facts;
    }

    List<StockFact> stockFacts(String sku) throws SQLException {
        List<StockFact> facts = new ArrayList<>();
        sluice.mysql.stock(List.of(sku), facts::add);
        return facts;
    }

    List<WalletFact> walletFacts(String customer) throws SQLException {
        List<WalletFact> facts = new ArrayList<>();
        sluice.mysql.wallets(List.of(customer), facts::add);
        return facts;
    }

    List<CampaignFact> campaignFacts(String campaignId) throws SQLException {
        List<CampaignFact> facts = new ArrayList<>();
        sluice.mysql.campaign(campaignId, facts::add);
        return facts;
    }

    List<EnvelopeFact> envelopeFacts(String envelopeId) throws SQLException {
        List<EnvelopeFact> facts = new ArrayList<>();
        sluice.mysql.envelope(envelopeId, facts::add);
        return facts;
    }

    static Money gbp(long pence) {
        return new Money(pence, "GBP");
    }

    static String unique(String kind) {
        return kind + "-" + Ids.next();
    }

    private void succeeded(Answer write) {
        assertThat(write.succeeded()).as(write.summary()).isTrue();
        admin.awaitSuccess(write, new Stall(Sluice.PATIENCE));
    }

    /** What the answer to an accepted order always has. */
    record OrderNamed(String id) {}
}
