package dev.sluice.command.model;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.order.ModelOrder;
import dev.sluice.command.promotion.ModelCoupon;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.order.OrderCommand.CancelOrder;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.payment.WalletFact.BalanceSet;
import dev.sluice.schemas.promotion.CouponFact.CouponPut;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.Participant;
import dev.sluice.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** One schedule: a few orders that want the same few goods and wallets, and a network that does its worst. */
final class World {
    static final String CURRENCY = "GBP";

    private static final List<String> CONTEXTS = List.of(
            Topics.COMMANDS_ORDERING, Topics.COMMANDS_STOCK, Topics.COMMANDS_PAYMENT, Topics.COMMANDS_PROMOTION);
    private static final String COUPON = "coupon";
    private static final int STEPS = 160;
    private static final int ORDERS = 4;
    private static final int SKUS = 3;
    private static final int CUSTOMERS = 2;
    private static final int LONGEST_JUMP_SECONDS = 20;
    private static final int ROUNDS = 10;

    private final SplittableRandom random;
    private final Mutant mutant;
    private final Consumer<String> trace;
    private final Storage storage;
    private final List<Outgoing> inFlight = new ArrayList<>();
    private final List<Outgoing> lost = new ArrayList<>();
    private int operations;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private World(long seed, Mutant mutant, Consumer<String> trace) {
        this.random = new SplittableRandom(seed);
        this.mutant = mutant;
        this.trace = trace;
        this.storage = new Storage(mutant);
    }

    /** What is wrong after the schedule of this seed, if anything is. The trace hears of every step. */
    static Optional<String> run(long seed, Mutant mutant, Consumer<String> trace) {
        World world = new World(seed, mutant, trace);
        try {
            world.fill();
            for (int i = 0; i < STEPS; i++) {
                world.step();
            }
            world.drain();
        } catch (IllegalStateException | IllegalArgumentException e) {
            return Optional.of("an aggregate broke: " + e);
        }
        return Books.objection(world.storage);
    }

    static Stream<BranchId> branchesOf(OrderPlaced placed) {
        return Stream.of(
                        placed.lines().stream().map(line -> new BranchId(Participant.STOCK, line.sku())),
                        Stream.of(new BranchId(Participant.PAYMENT, placed.customerId())),
                        Stream.ofNullable(placed.coupon())
                                .map(coupon -> new BranchId(Participant.PROMOTION, coupon.code())))
                .flatMap(Function.identity());
    }

    /** Sometimes enough for all, sometimes not. */
    private void fill() {
        for (int i = 0; i < SKUS; i++) {
            String sku = "sku" + i;
            storage.append(
                    new Address(Topics.COMMANDS_STOCK, sku), List.of(new StockCounted(sku, random.nextInt(12), 0)));
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            String customer = "customer" + i;
            Money balance = new Money(random.nextInt(2_000), CURRENCY);
            storage.append(
                    new Address(Topics.COMMANDS_PAYMENT, customer), List.of(new BalanceSet(customer, balance, 0)));
        }
        storage.append(
                new Address(Topics.COMMANDS_PROMOTION, COUPON), List.of(new CouponPut(COUPON, ModelCoupon.TERMS, 1)));
        for (int i = 0; i < ORDERS; i++) {
            inFlight.add(Outgoing.of(placing("order" + i)));
        }
    }

    private PlaceOrder placing(String orderId) {
        List<RequestedLine> lines = new ArrayList<>();
        int first = random.nextInt(SKUS);
        for (int i = 0; i <= random.nextInt(2); i++) {
            lines.add(new RequestedLine("sku" + (first + i) % SKUS, 1 + random.nextInt(4), null));
        }
        String coupon = random.nextBoolean() ? COUPON : null;
        return new PlaceOrder(orderId, "customer" + random.nextInt(CUSTOMERS), lines, coupon, null, null, "hash", now);
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 55) {
            turn(true, true);
        } else if (dice < 68) {
            turn(true, false);
        } else if (dice < 75) {
            turn(false, false);
        } else if (dice < 82 && !inFlight.isEmpty()) {
            lost.add(take(inFlight));
        } else if (dice < 88 && !lost.isEmpty()) {
            inFlight.add(take(lost));
        } else if (dice < 92) {
            crash(CONTEXTS.get(random.nextInt(CONTEXTS.size())));
        } else if (dice < 97) {
            now = now.plusSeconds(random.nextInt(LONGEST_JUMP_SECONDS));
        } else if (dice < 98) {
            inFlight.add(Outgoing.of(new CheckDeadline("order" + random.nextInt(ORDERS))));
        } else {
            inFlight.add(Outgoing.of(cancelling("order" + random.nextInt(ORDERS))));
        }
    }

    /** The whole order, or a unit or two of what it may hold. */
    private CancelOrder cancelling(String orderId) {
        List<ReturnedLine> lines = random.nextBoolean()
                ? List.of()
                : List.of(new ReturnedLine("sku" + random.nextInt(SKUS), 1 + random.nextInt(2)));
        return new CancelOrder("operation" + operations++, orderId, lines, now);
    }

    /** Any message may be next: order is kept for nobody. */
    private Outgoing take(List<Outgoing> from) {
        int index = random.nextInt(from.size());
        Outgoing taken = from.get(index);
        from.set(index, from.getLast());
        from.removeLast();
        return taken;
    }

    /**
     * @param commits otherwise the process dies before it can
     * @param acknowledges otherwise it dies right after the commit, and the messages come again
     */
    private void turn(boolean commits, boolean acknowledges) {
        if (inFlight.isEmpty()) {
            return;
        }
        List<Outgoing> taken = together(take(inFlight));
        if (storage.wasCarriedOut(taken.getFirst().payload())) {
            return;
        }
        Address address = new Address(taken.getFirst().topic(), taken.getFirst().key());
        List<? extends Payload> commands =
                mutant.heard(taken.stream().map(Outgoing::payload).toList(), storage.facts(address));
        Actor actor = storage.actor(address);
        Decision<? extends Payload> decision = actor.decide(commands, now);
        List<? extends Payload> facts = mutant.stored(decision);
        facts.forEach(actor::evolve);
        trace.accept(now + " " + commands + (commits ? " -> " + facts : " died before the commit"));
        if (commits) {
            storage.append(address, facts);
            storage.carriedOut(taken.getFirst().payload());
            send(decision.messages(), acknowledges);
        }
        if (!acknowledges) {
            crash(address.topic());
            inFlight.addAll(taken);
        }
    }

    /** Now and then a turn holds several answers for the same order. */
    private List<Outgoing> together(Outgoing first) {
        List<Outgoing> together = new ArrayList<>(List.of(first));
        if (first.payload() instanceof BranchAnswered && random.nextBoolean()) {
            inFlight.removeIf(other -> other.payload() instanceof BranchAnswered
                    && other.key().equals(first.key())
                    && together.add(other));
        }
        return together;
    }

    private void send(List<Outgoing> messages, boolean survives) {
        if (mutant != Mutant.DUAL_WRITE || survives) {
            messages.stream().filter(World::isForSomeContext).forEach(inFlight::add);
        }
    }

    static boolean isForSomeContext(Outgoing message) {
        return CONTEXTS.contains(message.topic());
    }

    private void crash(String topic) {
        trace.accept(now + " crash of " + topic);
        storage.crash(topic);
    }

    /** The faults end; whatever is on its way arrives, in any order, the deadlines pass, and some of it comes back. */
    private void drain() {
        inFlight.addAll(lost);
        lost.clear();
        for (int round = 0; round < ROUNDS; round++) {
            while (!inFlight.isEmpty()) {
                turn(true, true);
            }
            now = now.plus(ModelOrder.PATIENCE).plusSeconds(1);
            for (int i = 0; i < ORDERS; i++) {
                inFlight.add(Outgoing.of(new CheckDeadline("order" + i)));
            }
            if (round < ROUNDS / 2) {
                inFlight.add(Outgoing.of(cancelling("order" + random.nextInt(ORDERS))));
            }
        }
    }
}
