package dev.sluice.load.demo;

import dev.sluice.load.api.Connection;
import dev.sluice.load.api.OrderView;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.demo.FirstOrder.Placed;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.order.OrderStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Loads the demo shop through the public API and places a first order. Again: puts everything back.")
public final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public Integer call() {
        PrintStream out = System.out;
        Installation installation = Installation.of(System.getenv());
        Stall stall = new Stall(PATIENCE);
        ShopApi api = Connection.patient(installation, stall);
        DemoShop shop = DemoShop.load();
        new Loading(api, stall).load(shop, out);
        out.printf(
                "The demo shop has %d products and %d customers.%n",
                shop.products().size(), shop.customers().size());
        DemoCustomer customer = shop.customers().getFirst();
        DemoProduct product = shop.products().getFirst();
        Placed placed = new FirstOrder(api, stall).place(customer, product);
        show(placed, customer, product, out);
        next(installation, placed.view(), customer, out);
        return placed.view().status() == OrderStatus.CONFIRMED ? 0 : 1;
    }

    private static void show(Placed placed, DemoCustomer customer, DemoProduct product, PrintStream out) {
        OrderView view = placed.view();
        long pence = view.total() == null ? 0 : view.total().amount();
        out.printf(
                Locale.ROOT,
                "Order %s: %s buys 2 × %s for £%.2f: %s in %d ms%s%n",
                view.id(),
                customer.name(),
                product.name(),
                pence / 100.0,
                view.status(),
                placed.took().toMillis(),
                view.reason() == null ? "." : ": " + view.reason().message());
    }

    private static void next(Installation installation, OrderView view, DemoCustomer customer, PrintStream out) {
        String edge = installation.edge().toString();
        out.printf("""
                Try next:
                  curl -H "Authorization: Bearer $(./sluice token shopper --customer %1$s)" %2$s/orders/%3$s
                  curl -H "Authorization: Bearer $(./sluice token admin)" '%2$s/admin/orders?customer=%1$s'
                  curl '%2$s/products?q=mug'
                  an order with "couponCode": "%4$s": a tenth off, once per customer
                  ./sluice replay FILE     (a file of real invoices, reconciled to the penny)
                """, customer.id(), edge, view.id(), DemoShop.COUPON);
    }
}
