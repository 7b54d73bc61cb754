package dev.sluice.load.provision;

import dev.sluice.load.api.CustomerRequest;
import dev.sluice.load.api.ProductRequest;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.crowd.Progress;
import dev.sluice.load.http.Answer;
import dev.sluice.load.invoice.Buyer;
import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Stall;
import dev.sluice.load.provision.Survey.Need;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.view.ProductPageView;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Creates what the orders of a run will ask for and the shop lacks, and waits until the shop shows it. */
public final class Preparation {
    /** In flight at once. */
    private static final int WIDTH = 64;

    private final ShopApi api;
    private final Stall stall;
    private final Prepared prepared;
    private final Survey survey;
    private final Map<String, Long> available = new ConcurrentHashMap<>();

    public Preparation(ShopApi api, Stall stall, Prepared prepared, Survey survey) {
        this.api = api;
        this.stall = stall;
        this.prepared = prepared;
        this.survey = survey;
    }

    public void prepare(PrintStream out) {
        Set<String> skus = survey.needs().keySet();
        Crowd.each(skus, WIDTH, this::look);
        if (skus.stream().anyMatch(sku -> prepared.hasSku(sku) && !available.containsKey(sku))) {
            prepared.forget();
        }
        List<String> lacking = skus.stream().filter(this::isLacking).toList();
        List<Buyer> strangers = survey.spending().keySet().stream()
                .filter(buyer -> !prepared.hasCustomer(buyer.id()))
                .toList();
        List<Runnable> writes = new ArrayList<>();
        lacking.forEach(sku -> addGoods(writes, sku, need(sku)));
        strangers.forEach(buyer -> addCustomer(writes, buyer));
        carryOut(writes, out);
        Crowd.each(lacking, WIDTH, this::awaitShown);
        Set<String> customers = new HashSet<>();
        strangers.forEach(buyer -> customers.add(buyer.id()));
        prepared.add(skus, customers);
    }

    private void look(String sku) {
        Answer answer = api.product(sku);
        if (answer.status() != 404) {
            available.put(sku, answer.as(ProductPageView.class).available());
        }
        stall.moved();
    }

    private boolean isLacking(String sku) {
        Long there = available.get(sku);
        return there == null || (!prepared.hasSku(sku) && there < need(sku).units());
    }

    private void addGoods(List<Runnable> writes, String sku, Need need) {
        if (!available.containsKey(sku)) {
            String name = need.name().isEmpty() ? sku : need.name();
            ProductRequest product = new ProductRequest(name, null, category(sku), need.price());
            writes.add(() -> api.awaitSuccess(api.putProduct(sku, product), stall));
        }
        // Some more than is asked for, as a shop would have.
        long onHand = need.units() + need.units() / 10 + 10;
        writes.add(() -> api.awaitSuccess(api.putStock(sku, onHand), stall));
    }

    private void addCustomer(List<Runnable> writes, Buyer buyer) {
        CustomerRequest customer = new CustomerRequest(buyer.name(), null, buyer.country());
        Money balance = survey.spending().getOrDefault(buyer, new Money(0, "GBP"));
        writes.add(() -> api.awaitSuccess(api.putCustomer(buyer.id(), customer), stall));
        writes.add(() -> api.awaitSuccess(api.putWallet(buyer.id(), balance), stall));
    }

    private static void carryOut(List<Runnable> writes, PrintStream out) {
        if (writes.isEmpty()) {
            return;
        }
        try (Progress progress = Progress.of("Preparing", writes.size(), out)) {
            Crowd.each(writes, WIDTH, write -> {
                write.run();
                progress.step("products, stock, customers, wallets");
            });
        }
    }

    private void awaitShown(String sku) {
        Await.until(
                () -> {
                    Answer answer = api.product(sku);
                    return answer.status() == 200
                            && answer.as(ProductPageView.class).available()
                                    >= need(sku).units();
                },
                "the page of product " + sku,
                stall);
    }

    private Need need(String sku) {
        return survey.needs().getOrDefault(sku, new Need("", new Money(1, "GBP"), 0));
    }

    /** Stock codes of goods begin with five digits; the others are postage, charges and the like. */
    private static String category(String sku) {
        return sku.matches("\\d{5}.*") ? "Gifts" : "Services";
    }
}
