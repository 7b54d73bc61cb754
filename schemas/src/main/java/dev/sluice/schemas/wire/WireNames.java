package dev.sluice.schemas.wire;

import dev.sluice.schemas.catalog.CatalogCommand;
import dev.sluice.schemas.customer.CustomerCommand;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.order.OrderCommand;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.parking.ParkingCommand;
import dev.sluice.schemas.parking.ParkingFact;
import dev.sluice.schemas.payment.WalletCommand;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.promotion.CampaignCommand;
import dev.sluice.schemas.promotion.CampaignFact;
import dev.sluice.schemas.promotion.CouponCommand;
import dev.sluice.schemas.promotion.CouponFact;
import dev.sluice.schemas.promotion.EnvelopeCommand;
import dev.sluice.schemas.promotion.EnvelopeFact;
import dev.sluice.schemas.stock.StockCommand;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.tcc.BranchCommand;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Both directions between a payload's class and its {@link WireName}. */
public final class WireNames {

    private static final List<Class<? extends Payload>> ROOTS = List.of(
            OrderCommand.class,
            OrderFact.class,
            BranchCommand.class,
            StockCommand.class,
            StockFact.class,
            WalletCommand.class,
            WalletFact.class,
            CouponCommand.class,
            CouponFact.class,
            CampaignCommand.class,
            CampaignFact.class,
            EnvelopeCommand.class,
            EnvelopeFact.class,
            CatalogCommand.class,
            CustomerCommand.class,
            OperationOutcome.class,
            ParkingCommand.class,
            ParkingFact.class);

    private static final Map<String, Class<? extends Payload>> CLASSES = ROOTS.stream()
            .flatMap(WireNames::leaves)
            .collect(Collectors.toUnmodifiableMap(WireNames::declared, Function.identity()));

    private WireNames() {}

    /** All names in use. */
    public static Set<String> all() {
        return CLASSES.keySet();
    }

    /** The name of a payload type. Throws IllegalArgumentException for a class that is no payload. */
    public static String of(Class<?> type) {
        return declared(type);
    }

    /** The payload type of a name, or null for a name that this version does not know. */
    public static @Nullable Class<? extends Payload> classOf(String name) {
        return CLASSES.get(name);
    }

    private static Stream<Class<? extends Payload>> leaves(Class<?> type) {
        if (type.isSealed()) {
            return Stream.of(type.getPermittedSubclasses()).flatMap(WireNames::leaves);
        }
        return Stream.of(type.asSubclass(Payload.class));
    }

    private static String declared(Class<?> type) {
        WireName name = type.getAnnotation(WireName.class);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " has no @WireName");
        }
        return name.value();
    }
}
