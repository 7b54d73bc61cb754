package dev.sluice.load.bench;

import dev.sluice.load.bench.probe.Tail;
import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.catalog.CatalogCommand.PutProduct;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.payment.WalletCommand.SetBalance;
import dev.sluice.schemas.promotion.CouponCommand.PutCoupon;
import dev.sluice.schemas.promotion.CouponTerms;
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
 * Fills a shop by commands, without the edge. When a product's or a coupon's outcome has come, so has its row: both leave
 * MySQL in one commit, the row first.
 */
public final class StockingUp {
    private final CommandLog log;
    private final Clock clock;
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Stall stall = new Stall(Duration.ofMinutes(1));

    /** What there is to put into the shop. */
    public interface Goods {
        void unload(StockingUp shop);
    }

    private StockingUp(CommandLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Returns when all of it is there. Throws {@link dev.sluice.load.patience.Stalled}. */
    public static void with(String bootstrap, CommandLog log, Clock clock, Goods goods) {
        StockingUp shop = new StockingUp(log, clock);
        try (Tail outcomes = new Tail(bootstrap, Topics.OUTCOMES, shop::see)) {
            goods.unload(shop);
            log.flush();
            Await.until(shop.open::isEmpty, "goods and money", shop.stall);
            outcomes.check();
        }
    }

    public void product(String sku, Money price, long units) {
        send(Topics.COMMANDS_CATALOG, sku, new PutProduct(begin(), sku, sku, null, "Benchmark", price));
        send(Topics.COMMANDS_STOCK, sku, new CountStock(begin(), sku, units));
    }

    public void wallet(String customerId, Money balance) {
        send(Topics.COMMANDS_PAYMENT, customerId, new SetBalance(begin(), customerId, balance));
    }

    public void coupon(String code, CouponTerms terms) {
        send(Topics.COMMANDS_PROMOTION, code, new PutCoupon(begin(), code, terms));
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
