package dev.sluice.load.bench.edge;

import dev.sluice.load.api.Role;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.api.Tokens;
import dev.sluice.load.bench.Figure;
import dev.sluice.load.bench.Scenario;
import dev.sluice.load.bench.probe.Usage;
import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.http.Direct;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.installation.Processes;
import dev.sluice.load.installation.Processes.Member;
import dev.sluice.load.ledger.EventStores;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.promotion.CampaignFact.PlaceGranted;
import dev.sluice.schemas.promotion.CampaignTerms;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Far more attempts than there are places in a campaign: each place is granted once, each to another customer. The edge has the
 * first core to itself; the load and all that stands behind the edge have the others.
 */
public final class FlashSale implements Scenario {
    private static final int PLACES = 1_000;
    private static final int CUSTOMERS = 20_000;
    private static final int ATTEMPTS = 100_000;
    private static final int CONNECTIONS = 64;
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final CampaignTerms TERMS = new CampaignTerms(
            "bench-rush",
            new Money(99, "GBP"),
            PLACES,
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2100-01-01T00:00:00Z"),
            3_600);
    private static final String EDGE = "edge";

    @Override
    public String name() {
        return "flash-sale";
    }

    @Override
    public List<Figure> run(Installation installation, Wish wish, PrintStream progress) {
        Tokens tokens = new Tokens(installation);
        progress.printf("asking for the tokens of %d customers%n", CUSTOMERS);
        List<Integer> customers = IntStream.range(0, CUSTOMERS).boxed().toList();
        Crowd.each(customers, AT_ONCE, i -> tokens.of(Role.SHOPPER, customer(i)));
        Processes processes = Processes.read(installation.home());
        Member edge = EdgeProcess.of(processes);
        Rush rush = new Rush(installation, edge, tokens, progress);
        try (Cores cores = new Cores()) {
            // The JIT compilers have done most of their work by then.
            rush.run();
            cores.serve(edge.pid());
            processes.members().stream()
                    .filter(member -> member.pid() != edge.pid())
                    .forEach(member -> cores.keepOff(member.pid()));
            cores.keepOff(ProcessHandle.current().pid());
            return rush.run();
        } catch (SQLException e) {
            throw new OperatorMistake("MySQL does not answer: " + e.getMessage());
        }
    }

    private static String customer(int number) {
        return "rush-" + number % CUSTOMERS;
    }

    private record Rush(Installation installation, Member edge, Tokens tokens, PrintStream progress) {

        List<Figure> run() throws SQLException {
            String campaign = "rush-" + Ids.next();
            put(campaign);
            Load load = Load.grabs(
                    "/campaigns/" + campaign + "/grabs",
                    ATTEMPTS,
                    i -> "Accept: application/json\r\nUser-Agent: bench\r\nIdempotency-Key: " + Ids.next()
                            + "\r\nAuthorization: Bearer " + tokens.of(Role.SHOPPER, customer(i)) + "\r\n");
            InetSocketAddress address = new InetSocketAddress(
                    installation.edge().getHost(), installation.edge().getPort());
            Map<String, List<Long>> pids = Map.of(EDGE, List.of(edge.pid()));
            try (Generator generator = new Generator(address, CONNECTIONS, load)) {
                Usage before = Usage.of(pids);
                long begun = System.nanoTime();
                Generator.Outcome outcome = generator.run(Generator.Pace.saturated(Duration.ofMinutes(5)));
                double seconds = (System.nanoTime() - begun) / 1e9;
                double micros = Usage.of(pids).since(before).millis(EDGE) * 1_000 / outcome.answered();
                progress.printf("%s answers in %.1f s: %s%n", outcome.answered(), seconds, outcome.byStatus());
                int granted = awaitGrants(campaign);
                return List.of(
                        Figure.higher("places-granted", (double) granted, "pcs"),
                        Figure.higher("attempts-per-s", outcome.answered() / seconds, "1/s"),
                        Figure.lower("cpu-us-per-attempt", micros, "us"),
                        Figure.lower("attempt-p99-ms", outcome.micros().getValueAtPercentile(99) / 1_000.0, "ms"),
                        Figure.lower("attempts-let-pass", outcome.byStatus().getOrDefault(202, 0L), "pcs"));
            }
        }

        /** Returns once the edge can know of it. */
        private void put(String campaign) {
            ShopApi admin = new ShopApi(installation.edge(), new Direct(), () -> tokens.of(Role.ADMIN, null));
            admin.awaitSuccess(admin.putCampaign(campaign, TERMS), new Stall(PATIENCE));
            String key = Projection.GRABS.redisKey(Projection.FIRST_GENERATION, campaign);
            RedisClient client = RedisClient.create(installation.redis().toString());
            try (StatefulRedisConnection<String, String> redis = client.connect()) {
                Stall stall = new Stall(PATIENCE);
                while (redis.sync().exists(key) == 0) {
                    stall.check("the view of " + campaign);
                    Backoff.pauseFor(Duration.ofMillis(100));
                }
            } finally {
                client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
            }
        }

        /** Throws IllegalStateException where a place was granted twice, or too many were: then the speed is of no interest. */
        private int awaitGrants(String campaign) throws SQLException {
            Stall stall = new Stall(PATIENCE);
            List<String> granted = granted(campaign);
            while (granted.size() < PLACES) {
                stall.check((PLACES - granted.size()) + " places to be granted");
                Backoff.pauseFor(Duration.ofMillis(500));
                granted = granted(campaign);
            }
            if (granted.size() > PLACES || new HashSet<>(granted).size() < granted.size()) {
                throw new IllegalStateException(granted.size() + " of " + PLACES + " places were granted, to "
                        + new HashSet<>(granted).size() + " customers");
            }
            return granted.size();
        }

        private List<String> granted(String campaign) throws SQLException {
            List<String> customers = new ArrayList<>();
            new EventStores(installation.mysql()).campaign(campaign, fact -> {
                if (fact instanceof PlaceGranted grant) {
                    customers.add(grant.customerId());
                }
            });
            return customers;
        }
    }
}
