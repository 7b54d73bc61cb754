package dev.sluice.command.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.message.Decision;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.payment.WalletFact.BalanceSet;
import dev.sluice.schemas.promotion.CouponFact;
import dev.sluice.schemas.promotion.CouponFact.CouponPut;
import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.BranchOutcome;
import dev.sluice.schemas.tcc.Participant;
import dev.sluice.schemas.tcc.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every ordering of the verbs, each any number of times, with a crash anywhere: on each real participant, exhaustively. */
class OrderingsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant EXPIRY = NOW.plusSeconds(30);
    private static final int LONGEST = 7;
    private static final long WANTED = 2;

    private enum Verb {
        TRY,
        CONFIRM,
        CANCEL,
        CRASH
    }

    /** Who is asked, and how much there is: enough, enough for one only, or too little. */
    enum Case {
        PLENTY_OF_STOCK(Participant.STOCK, 10),
        JUST_ENOUGH_STOCK(Participant.STOCK, WANTED),
        TOO_LITTLE_STOCK(Participant.STOCK, 1),
        PLENTY_OF_MONEY(Participant.PAYMENT, 10),
        TOO_LITTLE_MONEY(Participant.PAYMENT, 1),
        PLENTY_OF_USES(Participant.PROMOTION, 10),
        JUST_ENOUGH_USES(Participant.PROMOTION, WANTED),
        NO_USES(Participant.PROMOTION, 1);

        private final Participant participant;
        private final long available;

        Case(Participant participant, long available) {
            this.participant = participant;
            this.available = available;
        }

        private Address address() {
            return Address.of(new BranchId(participant, "it"));
        }

        private Payload beginning() {
            return switch (participant) {
                case STOCK -> new StockCounted("it", available, 0);
                case PAYMENT -> new BalanceSet("it", new Money(available, World.CURRENCY), 0);
                case PROMOTION, CAMPAIGN ->
                    new CouponPut(
                            "it",
                            new CouponTerms(100, null, null, Instant.EPOCH, Instant.MAX, null, available / WANTED),
                            1);
            };
        }

        private BranchCommand command(Verb verb) {
            String unit = participant == Participant.STOCK ? "pcs" : World.CURRENCY;
            return switch (verb) {
                case TRY ->
                    new TryBranch(
                            "order",
                            participant,
                            "it",
                            WANTED,
                            unit,
                            new Purchase("ann", new Money(WANTED, World.CURRENCY)),
                            EXPIRY);
                case CONFIRM -> new ConfirmBranch("order", participant, "it");
                case CANCEL, CRASH -> new CancelBranch("order", participant, "it", EXPIRY);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepTheFence(Case of) {
        for (int length = 1; length <= LONGEST; length++) {
            int orderings = (int) Math.pow(Verb.values().length, length);
            for (int number = 0; number < orderings; number++) {
                check(of, ordering(number, length));
            }
        }
    }

    private static List<Verb> ordering(int number, int length) {
        List<Verb> verbs = new ArrayList<>(length);
        for (int i = 0, rest = number; i < length; i++, rest /= Verb.values().length) {
            verbs.add(Verb.values()[rest % Verb.values().length]);
        }
        return verbs;
    }

    private static void check(Case of, List<Verb> ordering) {
        Storage storage = new Storage(Mutant.NONE);
        storage.append(of.address(), List.of(of.beginning()));
        List<BranchOutcome> answers = new ArrayList<>();
        for (Verb verb : ordering) {
            if (verb == Verb.CRASH) {
                storage.crash(of.address().topic());
            } else {
                answers.add(ask(storage, of, verb));
            }
        }
        List<Verb> verbs = ordering.stream().filter(verb -> verb != Verb.CRASH).toList();
        assertThat(answers).as("%s of %s", ordering, of).isEqualTo(owed(of, verbs));
        List<Payload> facts = storage.facts(of.address());
        long changes = verbs.isEmpty() ? 0 : decisive(of, verbs).size();
        assertThat(facts).as("facts of %s of %s", ordering, of).hasSize((int) changes + 1);
        assertThat(promised(facts.getLast())).as("%s of %s", ordering, of).isEqualTo(holds(of, verbs) ? WANTED : 0L);
    }

    private static BranchOutcome ask(Storage storage, Case of, Verb verb) {
        Actor actor = storage.actor(of.address());
        Decision<? extends Payload> decision = actor.decide(List.of(of.command(verb)), NOW);
        decision.facts().forEach(actor::evolve);
        storage.append(of.address(), decision.facts());
        return ((BranchAnswered) decision.messages().getFirst().payload()).outcome();
    }

    /** The verbs that change something: the first Try or Cancel, and the first other after a Try that was granted. */
    private static List<Verb> decisive(Case of, List<Verb> verbs) {
        List<Verb> decisive = new ArrayList<>();
        for (Verb verb : verbs) {
            boolean first = decisive.isEmpty() && verb != Verb.CONFIRM;
            boolean second = decisive.equals(List.of(Verb.TRY)) && verb != Verb.TRY && of.available >= WANTED;
            if (first || second) {
                decisive.add(verb);
            }
        }
        return decisive;
    }

    private static boolean holds(Case of, List<Verb> verbs) {
        return of.available >= WANTED && decisive(of, verbs).equals(List.of(Verb.TRY));
    }

    /** What the table of design and package says, told from the decisive verbs alone. */
    private static List<BranchOutcome> owed(Case of, List<Verb> verbs) {
        return Stream.iterate(0, i -> i < verbs.size(), i -> i + 1)
                .map(i -> owed(of, decisive(of, verbs.subList(0, i + 1)), verbs.get(i)))
                .toList();
    }

    private static BranchOutcome owed(Case of, List<Verb> decisive, Verb verb) {
        boolean granted = of.available >= WANTED && !decisive.isEmpty() && decisive.getFirst() == Verb.TRY;
        boolean cancelled = decisive.contains(Verb.CANCEL);
        return switch (verb) {
            case TRY -> granted && !cancelled ? BranchOutcome.TRIED : BranchOutcome.REFUSED;
            case CONFIRM -> granted && !cancelled ? BranchOutcome.CONFIRMED : BranchOutcome.IN_DOUBT;
            case CANCEL, CRASH -> decisive.contains(Verb.CONFIRM) ? BranchOutcome.IN_DOUBT : BranchOutcome.CANCELLED;
        };
    }

    private static long promised(Payload fact) {
        return switch (fact) {
            case StockFact.UnitsReserved f -> f.reserved();
            case StockFact.UnitsTaken f -> f.reserved();
            case StockFact.UnitsReleased f -> f.reserved();
            case WalletFact.FundsFrozen f -> f.frozen();
            case WalletFact.FundsCaptured f -> f.frozen();
            case WalletFact.FundsUnfrozen f -> f.frozen();
            case CouponFact.CouponLocked f -> f.locked() * WANTED;
            case CouponFact.CouponRedeemed f -> f.locked() * WANTED;
            case CouponFact.CouponUnlocked f -> f.locked() * WANTED;
            default -> 0;
        };
    }
}
