package dev.sluice.load.bench.edge;

import dev.sluice.load.api.Role;
import dev.sluice.load.api.Tokens;
import dev.sluice.load.bench.Figure;
import dev.sluice.load.bench.Scenario;
import dev.sluice.load.bench.probe.Backlog;
import dev.sluice.load.http.Direct;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.installation.Processes;
import dev.sluice.load.installation.Processes.Member;
import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.message.Ids;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Product pages and orders through all of the edge's filters, in turns with Debian's nginx that does the same in Lua. Each has the
 * first core to itself; the load, Redis and Kafka have the others, and what takes no part is stopped meanwhile.
 */
public final class EdgeBench implements Scenario {
    /** Asked in turn, so many that a page has left the heap, or is not fresh any more, before it is asked for again. */
    private static final int PRODUCTS = 100_000;

    private static final int POPULAR = 100;
    private static final int PAGES_OF_BASELINE = 5_000;
    private static final int SHOPPERS = 400;
    private static final String ORDERING = "sluice-ordering";
    /** Transaction markers and what is not reported yet look like a backlog. */
    private static final int WELL_BEHIND = 1_000;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PLAIN = "Accept: text/html\r\nUser-Agent: bench\r\n";
    private static final String BROWSER =
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/126.0 Safari/537.36\r\n"
                    + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
                    + "Accept-Language: en-GB,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br\r\n"
                    + "Referer: http://127.0.0.1/catalogue?page=3\r\nCookie: sid=5f2c9a1b7e; theme=dark\r\n";

    @Override
    public String name() {
        return "edge";
    }

    @Override
    public List<Figure> run(Installation installation, Wish wish, PrintStream progress) {
        List<String> tokens = tokens(installation);
        awaitWriteSide(installation, progress);
        try (Wares wares = new Wares(installation, PRODUCTS)) {
            progress.printf("putting %d products on sale%n", PRODUCTS);
            wares.putProducts();
            return run(installation, wish, wares, tokens, progress);
        }
    }

    private static List<Figure> run(
            Installation installation, Wish wish, Wares wares, List<String> tokens, PrintStream progress) {
        try (Nginx nginx = new Nginx(installation, Wares.prefix());
                Cores cores = new Cores();
                Hush _ = new Hush(installation)) {
            String first = wares.skus().getFirst();
            String page = page(installation, first);
            wares.putPages(wares.skus().subList(0, PAGES_OF_BASELINE), sku -> page.replace(first, sku));
            Processes processes = Processes.read(installation.home());
            List<Contest> contests = new Both(
                            installation, EdgeProcess.of(processes), nginx, wares.skus(), tokens, progress)
                    .contests(wish.only());
            contests.reversed().forEach(Contest::warmUp);
            pin(cores, processes, nginx);
            return contests.stream()
                    .flatMap(contest -> contest.measure().stream())
                    .toList();
        }
    }

    /** What it has before it, from an earlier run perhaps, counts when the edge decides whether to take orders. */
    private static void awaitWriteSide(Installation installation, PrintStream progress) {
        try (Backlog backlog = new Backlog(installation.kafka())) {
            Stall stall = new Stall(PATIENCE);
            AtomicLong least = new AtomicLong(Long.MAX_VALUE);
            Await.until(
                    () -> {
                        long now = backlog.of(ORDERING);
                        if (now < least.getAndAccumulate(now, Math::min)) {
                            stall.moved();
                            progress.printf("the write side has %d records before it%n", now);
                        }
                        return now <= WELL_BEHIND;
                    },
                    "the write side to catch up",
                    stall);
        }
    }

    /** Of shoppers, since a quota is for one of them: no few could ask as much as is measured. */
    private static List<String> tokens(Installation installation) {
        Tokens tokens = new Tokens(installation);
        return IntStream.range(0, SHOPPERS)
                .mapToObj(i -> tokens.of(Role.SHOPPER, customer(i)))
                .toList();
    }

    private static String customer(int number) {
        return "bench-" + number % SHOPPERS;
    }

    private static String page(Installation installation, String sku) {
        return new Direct()
                .send(() -> HttpRequest.newBuilder(installation.edge().resolve("/products/" + sku))
                        .header("Accept", "text/html")
                        .build())
                .body();
    }

    private static void pin(Cores cores, Processes processes, Nginx nginx) {
        Member edge = EdgeProcess.of(processes);
        cores.serve(edge.pid());
        nginx.pids().forEach(cores::serve);
        processes.members().stream()
                .filter(member -> Hush.NEEDED.contains(member.name()) && member.pid() != edge.pid())
                .forEach(member -> cores.keepOff(member.pid()));
        cores.keepOff(ProcessHandle.current().pid());
    }

    /** The four contests. */
    private record Both(
            Installation installation,
            Member edge,
            Nginx nginx,
            List<String> skus,
            List<String> tokens,
            PrintStream progress) {

        /** Throws {@link OperatorMistake} where there is none such. */
        List<Contest> contests(String only) {
            List<Contest> chosen = contests().stream()
                    .filter(contest -> only.isEmpty() || contest.id().equals(only))
                    .toList();
            if (chosen.isEmpty()) {
                throw new OperatorMistake("there is no figure " + only + "; there are: "
                        + contests().stream().map(Contest::id).collect(Collectors.joining(", ")));
            }
            return chosen;
        }

        private List<Contest> contests() {
            List<String> popular = skus.subList(0, POPULAR);
            List<String> stored = skus.subList(0, PAGES_OF_BASELINE);
            // Orders first: they pile up from the warm-up on, as nobody carries them out, and the edge takes none that
            // would wait too long.
            return List.of(
                    contest("order", 1_500, orders(), orders()).briefly(),
                    contest(
                                    "page-cached",
                                    5_000,
                                    pages(popular, "/products/", PLAIN),
                                    pages(popular, "/cached/", PLAIN))
                            .alone(),
                    contest("page-filtered", 4_000, filtered(popular, "/products/"), filtered(popular, "/filtered/"))
                            .alone(),
                    contest("page-redis", 3_000, pages(skus, "/products/", PLAIN), pages(stored, "/redis/", PLAIN)));
        }

        private Contest contest(String id, int perSecond, Load ours, Load baseline) {
            return new Contest(id, perSecond, ours(ours), baseline(baseline), progress);
        }

        private Contest.Side ours(Load load) {
            InetSocketAddress address = new InetSocketAddress(
                    installation.edge().getHost(), installation.edge().getPort());
            return new Contest.Side("edge", address, List.of(edge.pid()), load);
        }

        private Contest.Side baseline(Load load) {
            return new Contest.Side("nginx", nginx.address(), nginx.pids(), load);
        }

        private static Load pages(List<String> skus, String path, String fields) {
            return Load.pages(path, paths(skus, path::concat), _ -> fields);
        }

        private Load filtered(List<String> skus, String path) {
            List<String> paths = IntStream.range(0, tokens.size())
                    .mapToObj(i -> path + skus.get(i % skus.size()))
                    .toList();
            return Load.pages(path, paths, i -> BROWSER + bearer(i));
        }

        private Load orders() {
            return Load.orders(
                    "/orders",
                    i -> "Accept: application/json\r\nUser-Agent: bench\r\nIdempotency-Key: " + Ids.next() + "\r\n"
                            + bearer(i),
                    i -> "{\"customerId\":\"" + customer(i) + "\",\"lines\":[{\"sku\":\"" + skus.get(i % POPULAR)
                            + "\",\"quantity\":1},{\"sku\":\"" + skus.get(POPULAR + i % POPULAR)
                            + "\",\"quantity\":2}]}");
        }

        private String bearer(int number) {
            return "Authorization: Bearer " + tokens.get(number % tokens.size()) + "\r\n";
        }

        private static List<String> paths(List<String> skus, UnaryOperator<String> path) {
            return skus.stream().map(path).toList();
        }
    }
}
