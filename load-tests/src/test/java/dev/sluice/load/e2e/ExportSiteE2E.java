package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop as files. */
class ExportSiteE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    @TempDir
    private Path parent;

    @Test
    void everyPageIsThereAsTheEdgeGivesItAndAnEarlierSiteIsReplacedWhole() throws Exception {
        sluice.awaitReady();
        Path site = parent.resolve("site");
        String first = shop.product(10, 250);
        Launcher.Ended exported = Launcher.run("export-site", site.toString());
        assertThat(exported.code()).as(exported.output()).isZero();
        assertThat(site.resolve("products").resolve(first + ".html")).hasContent(page(first));

        String second = shop.product(10, 250);
        Files.writeString(site.resolve("products").resolve("gone.html"), "of a product that is no more");
        Launcher.Ended again = Launcher.run("export-site", site.toString());

        assertThat(again.code()).as(again.output()).isZero();
        assertThat(site.resolve("products").resolve(second + ".html")).hasContent(page(second));
        assertThat(site.resolve("products").resolve("gone.html")).doesNotExist();
        assertThat(site.resolve("index.html"))
                .content()
                .contains("products/" + first + ".html", "products/" + second + ".html");
        assertThat(parent).isDirectoryNotContaining("glob:**/.site*");
    }

    @Test
    void whatIsNoSiteIsNotReplaced() throws Exception {
        sluice.awaitReady();
        Path precious = Files.writeString(parent.resolve("precious"), "thesis");

        Launcher.Ended refused = Launcher.run("export-site", parent.toString());

        assertThat(refused.code()).as(refused.output()).isEqualTo(2);
        assertThat(refused.output()).contains("Name a directory that is new or empty.");
        assertThat(precious).hasContent("thesis");
    }

    private String page(String sku) {
        return sluice.send(() -> HttpRequest.newBuilder(sluice.at("/products/" + sku))
                        .header("Accept", "text/html")
                        .build())
                .body();
    }
}
