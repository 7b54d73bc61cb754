package dev.sluice.load.bench.write;

import dev.sluice.load.bench.contest.Basket;
import dev.sluice.load.bench.contest.Contender;
import dev.sluice.load.bench.contest.Levels;
import dev.sluice.load.bench.contest.Run;
import dev.sluice.load.bench.contest.Shop;
import dev.sluice.load.bench.probe.Usage;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.schemas.message.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The baseline in a process of its own: Axon as its documentation sets it up, on the same MySQL server. */
final class Textbook implements Contender {
    private static final String JAR = "load-tests/baseline/target/sluice-baseline-0.1.0-SNAPSHOT.jar";
    private static final String BASELINE = "baseline";
    private static final String MYSQL = "mysql";

    private final Process process;
    private final PrintWriter to;
    private final BufferedReader from;
    private final Path log;
    private final Map<String, List<Long>> pids;

    /** What it says after a run. */
    private record Ran(double seconds, double decisionP50, double decisionP99) {}

    /** @param mysqld whose CPU is the baseline's while it runs */
    Textbook(Path repository, Installation installation, List<Long> mysqld) {
        log = installation.home().resolve("logs").resolve("bench-baseline.log");
        process = start(repository.resolve(JAR), installation.mysql(), log);
        to = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        from = process.inputReader(StandardCharsets.UTF_8);
        pids = Map.of(BASELINE, List.of(process.pid()), MYSQL, mysqld);
        expect("ready");
    }

    private static Process start(Path jar, Installation.MySql mysql, Path log) {
        if (!Files.exists(jar)) {
            throw new OperatorMistake("the baseline is not built (" + jar + "): ./mvnw package");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-XX:+UseSerialGC", "-Xmx512m", "-jar", jar.toString())
                .redirectError(Redirect.to(log.toFile()));
        builder.environment().put("SLUICE_MYSQL_URL", mysql.url());
        builder.environment().put("SLUICE_MYSQL_USER", mysql.user());
        builder.environment().put("SLUICE_MYSQL_PASSWORD", mysql.password());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stockUp(Shop shop) {
        shop.skus().forEach(sku -> to.println("stock " + sku + " " + Shop.UNITS));
        shop.customers().forEach(customer -> to.println("wallet " + customer + " " + Shop.BALANCE));
        shop.coupons().forEach(code -> to.println("coupon " + code + " " + Shop.PERCENT));
        to.println("fill");
        expect("filled");
    }

    @Override
    public Run run(List<Basket> orders, Pace pace) {
        orders.forEach(order -> to.println(line(order)));
        to.println("prepare");
        expect("prepared");
        Usage usage = Usage.of(pids);
        to.println("run " + pace.perSecond());
        Ran ran = Json.MAPPER.readValue(answer(), Ran.class);
        Usage taken = Usage.of(pids).since(usage);
        double cpu = taken.millis(BASELINE, MYSQL) / orders.size();
        String detail = String.format(
                Locale.ROOT,
                "baseline %.2f, mysql %.2f",
                taken.millis(BASELINE) / orders.size(),
                taken.millis(MYSQL) / orders.size());
        return new Run(orders.size(), ran.seconds(), cpu, cpu, ran.decisionP50(), ran.decisionP99(), detail);
    }

    private static String line(Basket order) {
        StringBuilder line = new StringBuilder("order " + order.orderId() + ' ' + order.customerId());
        line.append(' ').append(Objects.requireNonNullElse(order.coupon(), "-"));
        line.append(' ').append(order.discount());
        for (Basket.Line one : order.lines()) {
            line.append(' ').append(one.sku()).append(' ').append(one.quantity());
            line.append(' ').append(one.price());
        }
        return line.toString();
    }

    @Override
    public Levels levels(Shop shop) {
        to.println("levels");
        return Json.MAPPER.readValue(answer(), Levels.class);
    }

    private void expect(String word) {
        String answer = answer();
        if (!answer.equals(word)) {
            throw new IllegalStateException("the baseline says " + answer + " instead of " + word + "; see " + log);
        }
    }

    private String answer() {
        try {
            String line = from.readLine();
            if (line == null) {
                throw new IllegalStateException("the baseline has ended; see " + log);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of its input is its end. */
    @Override
    public void close() {
        to.close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
