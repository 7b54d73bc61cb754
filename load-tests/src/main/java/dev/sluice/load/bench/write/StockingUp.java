package dev.sluice.load.bench.write;

import dev.sluice.load.bench.CommandLog;
import dev.sluice.load.bench.contest.Shop;
import dev.sluice.load.bench.probe.Tail;
import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.catalog.CatalogCommand.PutProduct;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.payment.WalletCommand.SetBalance;
import dev.sluice.schemas.stock.StockCommand.CountStock;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.MessageCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Fills a shop by commands, without the edge. When a product's outcome has come, so has its row: both leave MySQL in one
 * commit, the row first.
 */
final class StockingUp {
    private final String bootstrap;
    private final CommandLog log;
    private final Clock clock;
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Stall stall = new Stall(Duration.ofMinutes(1));

    StockingUp(String bootstrap, CommandLog log, Clock clock) {
        this.bootstrap = bootstrap;
        this.log = log;
        this.clock = clock;
    }

    void run(Shop shop) {
        try (Tail outcomes = new Tail(bootstrap, Topics.OUTCOMES, this::see)) {
            for (String sku : shop.skus()) {
                Money price = new Money(Shop.price(sku), Shop.CURRENCY);
                send(Topics.COMMANDS_CATALOG, sku, new PutProduct(begin(), sku, sku, null, "Benchmark", price));
                send(Topics.COMMANDS_STOCK, sku, new CountStock(begin(), sku, Shop.UNITS));
            }
            for (String customer : shop.customers()) {
                Money balance = new Money(Shop.BALANCE, Shop.CURRENCY);
                send(Topics.COMMANDS_PAYMENT, customer, new SetBalance(begin(), customer, balance));
            }
            log.flush();
            Await.until(open::isEmpty, "goods and money", stall);
            outcomes.check();
        }
    }

    private String begin() {
        String operation = Ids.next();
        open.add(operation);
        return operation;
    }

    private void send(String topic, String key, Payload command) {
        log.send(topic, new Message<>(Ids.next(), "/bench", key, clock.instant(), null, command));
    }

    private void see(ConsumerRecord<byte[], byte[]> record) {
        for (Message<?> message : MessageCodec.read(name -> header(record, name), record.value())) {
            if (message.data() instanceof OperationOutcome.Succeeded outcome && open.remove(outcome.operationId())) {
                stall.moved();
            }
        }
    }

    private static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
