package dev.sluice.load.export;

import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Direct;
import dev.sluice.load.http.Patient;
import dev.sluice.load.http.Sender;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.patience.Stall;
import dev.sluice.load.rebuild.Inspection;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "export-site",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the page of every product, and one that lists them all, into a directory.",
            "Any web server can serve it as it is, for example where a small shop is shut for the night."
        })
public final class ExportSiteCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TELL_EVERY = 1_000;
    private static final int NOT_FOUND = 404;

    @Parameters(
            index = "0",
            paramLabel = "DIRECTORY",
            description = "New, empty, or what an earlier export made, which is replaced once all pages are there.")
    private Path directory = Path.of("");

    /** @param document null in the last line, whose kind says whether that is the end */
    private record Line(@Nullable String kind, @Nullable Product document) {}

    private record Product(String sku, String name, String category) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Installation.of(System.getenv());
        Site site = Site.in(directory);
        List<Product> products = new Inspection(installation)
                .of(Projection.PRODUCT_PAGE.id(), "documents?generation=live", ExportSiteCommand::products);
        Stall stall = new Stall(PATIENCE);
        Sender edge = new Patient(new Direct(), stall);
        int pages = 0;
        for (Product product : products) {
            Answer answer =
                    edge.send(() -> HttpRequest.newBuilder(installation.edge().resolve("/products/" + product.sku()))
                            .timeout(PATIENCE)
                            .header("Accept", "text/html")
                            .build());
            stall.moved();
            if (answer.succeeded()) {
                site.add(product.sku(), product.name(), product.category(), answer.body());
                pages++;
                if (pages % TELL_EVERY == 0) {
                    System.out.printf("%d of %d pages%n", pages, products.size());
                }
            } else if (answer.status() != NOT_FOUND) {
                throw new IOException("no page of " + product.sku() + ": " + answer.summary());
            }
        }
        site.publish();
        System.out.printf("%d pages are in %s%n", pages, directory);
        return 0;
    }

    private static List<Product> products(Iterator<String> lines) {
        List<Product> products = new ArrayList<>();
        while (lines.hasNext()) {
            Line line = Json.MAPPER.readValue(lines.next(), Line.class);
            if (line.document() != null) {
                products.add(line.document());
            } else if ("complete".equals(line.kind())) {
                products.sort(Comparator.comparing(Product::name).thenComparing(Product::sku));
                return products;
            }
        }
        throw new UncheckedIOException(new IOException("the list of products broke off. Try again."));
    }
}
