package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.CustomerRequest;
import dev.sluice.load.api.Role;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.http.Answer;
import dev.sluice.load.patience.Stall;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** Personal data is cleansed on its way, and masked for who may not see it. */
class MaskingE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    @Test
    void anOperatorSeesThatSomebodyBoughtAndAnAdminWho() {
        sluice.awaitReady();
        String customer = shop.customer(10_000);
        ShopApi admin = sluice.admin();
        admin.awaitSuccess(
                admin.putCustomer(customer, new CustomerRequest(" Ada   Lovelace", "Ada@Example.ORG", "uk")),
                new Stall(Sluice.PATIENCE));
        String sku = shop.product(10, 250);
        shop.buys(customer, sku, 1);
        String path = "/admin/orders?customer=" + customer;
        ShopApi operator = sluice.as(() -> sluice.token(Role.OPERATOR));

        Sluice.await()
                .untilAsserted(() -> assertThat(admin.get(path).body())
                        .contains("\"name\":\"Ada Lovelace\"")
                        .contains("\"email\":\"Ada@example.org\"")
                        .contains("\"country\":\"United Kingdom\""));
        assertThat(operator.get(path).body())
                .contains("\"name\":\"A*** L***\"")
                .contains("\"email\":\"A***@e***.org\"")
                .doesNotContain("Lovelace");
        assertThat(operator.get(path + "&q=lovelace").body()).contains("\"items\":[]");
        Answer documents = sluice.send(() -> HttpRequest.newBuilder(
                        sluice.at("/admin/projections/back-office-orders/documents?generation=live"))
                .header("Authorization", "Bearer " + sluice.token(Role.OPERATOR))
                .build());
        assertThat(documents.status()).isEqualTo(403);
    }
}
