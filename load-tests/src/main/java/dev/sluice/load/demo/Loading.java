package dev.sluice.load.demo;

import dev.sluice.load.api.CustomerRequest;
import dev.sluice.load.api.ProductRequest;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.crowd.Progress;
import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.view.ProductPageView;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Puts the demo shop into the system. Doing it again puts everything back to how it was. */
final class Loading {
    /** In flight at once. */
    private static final int WIDTH = 64;

    private final ShopApi api;
    private final Stall stall;
    private final List<Runnable> writes = new ArrayList<>();

    Loading(ShopApi api, Stall stall) {
        this.api = api;
        this.stall = stall;
    }

    /** Returns once the shop shows every product with its stock. */
    void load(DemoShop shop, PrintStream out) {
        shop.products().forEach(this::add);
        shop.customers().forEach(this::add);
        writes.add(() -> api.awaitSuccess(api.putCoupon(DemoShop.COUPON, DemoShop.COUPON_TERMS), stall));
        try (Progress progress = Progress.of("Demo shop", writes.size(), out)) {
            Crowd.each(writes, WIDTH, write -> {
                write.run();
                progress.step("");
            });
        }
        Crowd.each(shop.products(), WIDTH, this::awaitShown);
    }

    private void add(DemoProduct product) {
        ProductRequest request = new ProductRequest(product.name(), null, product.category(), product.price());
        writes.add(() -> api.awaitSuccess(api.putProduct(product.sku(), request), stall));
        writes.add(() -> api.awaitSuccess(api.putStock(product.sku(), product.stock()), stall));
    }

    private void add(DemoCustomer customer) {
        CustomerRequest request = new CustomerRequest(customer.name(), customer.email(), customer.country());
        writes.add(() -> api.awaitSuccess(api.putCustomer(customer.id(), request), stall));
        writes.add(() -> api.awaitSuccess(api.putWallet(customer.id(), customer.balance()), stall));
    }

    private void awaitShown(DemoProduct product) {
        Await.until(() -> isShown(product), "the page of product " + product.sku(), stall);
    }

    private boolean isShown(DemoProduct product) {
        var answer = api.product(product.sku());
        return answer.status() == 200 && answer.as(ProductPageView.class).available() > 0;
    }
}
