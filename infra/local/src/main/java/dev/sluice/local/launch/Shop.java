package dev.sluice.local.launch;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.home.Home;
import dev.sluice.local.issuer.TokenRequest;
import dev.sluice.local.mysql.Products;
import dev.sluice.local.plan.Progress;
import dev.sluice.local.service.LoadTests;
import dev.sluice.local.tls.Authority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a newcomer meets: the demo shop on empty data, and a line to paste that places an order in it. */
final class Shop {

    /** The demo shop's first customer and product. */
    private static final String CUSTOMER = "C-1001";

    private static final String SKU = "KIT-001";

    private final Home home;
    private final Addresses addresses;

    Shop(Home home, Addresses addresses) {
        this.home = home;
        this.addresses = addresses;
    }

    /** Loads it where there is nothing, or where loading it was interrupted. A failure leaves the system up. */
    void open(Progress progress) throws IOException, InterruptedException {
        Path unfinished = home.file("demo.unfinished");
        if (!LoadTests.built(home) || (!Files.exists(unfinished) && !Products.none(addresses))) {
            return;
        }
        Files.writeString(unfinished, "");
        progress.say("Loading the demo shop ...");
        if (LoadTests.run(home, addresses.variables(), List.of("demo")) == 0) {
            Files.delete(unfinished);
        } else {
            progress.say("The demo shop is not complete; ./sluice demo tries again.");
        }
    }

    void invite(Progress progress) throws IOException, InterruptedException {
        String token = TokenRequest.send(home, addresses.issuer(), "shopper", CUSTOMER);
        progress.say("""

                Shop        %1$s/products?q=mug
                A product   %1$s/products/%2$s
                Back office %1$s/admin/orders   (with a token: ./sluice token admin)
                Issuer      %3$s
                By TLS      %6$s   (trust %7$s)

                Place an order:
                  curl -s %1$s/orders -H 'Prefer: wait=10' -H "Idempotency-Key: $(date +%%s%%N)" \
                -H 'Content-Type: application/json' -H 'Authorization: Bearer %4$s' \
                -d '{"customerId":"%5$s","lines":[{"sku":"%2$s","quantity":1}]}'
                """.formatted(
                        addresses.edge(),
                        SKU,
                        addresses.issuer(),
                        token,
                        CUSTOMER,
                        addresses.edgeByTls(),
                        new Authority(home).root()));
    }
}
