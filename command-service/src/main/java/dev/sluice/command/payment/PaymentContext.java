package dev.sluice.command.payment;

import dev.sluice.command.store.Aggregates;
import dev.sluice.command.turn.BoundedContext;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.payment.WalletCommand;
import dev.sluice.schemas.tcc.BranchCommand;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configurer;
import org.jspecify.annotations.Nullable;

/** The wallet of every customer. */
public final class PaymentContext implements BoundedContext {

    @Override
    public String name() {
        return "payment";
    }

    @Override
    public boolean isEventSourced() {
        return true;
    }

    @Override
    public void register(Configurer axon, Cache aggregates) {
        Aggregates.register(axon, aggregates, Wallet.class, Wallet::new, this::target);
    }

    @Override
    public String target(Object command) {
        return switch (command) {
            case BranchCommand c -> c.key();
            case WalletCommand c -> c.customerId();
            default -> throw new IllegalArgumentException("not a command of payment: " + command);
        };
    }

    @Override
    public List<SnapshotKind> snapshots() {
        return List.of(new SnapshotKind("wallet/1", Wallet.State.class));
    }

    @Override
    public @Nullable String operationId(Payload payload) {
        return payload instanceof WalletCommand.SetBalance set ? set.operationId() : null;
    }
}
