package dev.sluice.command.payment;

import dev.sluice.command.message.Decision;
import dev.sluice.command.model.Actor;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.tcc.BranchCommand;
import java.time.Instant;
import java.util.List;

/** The real wallet of a customer, for the model. */
public final class ModelWallet implements Actor {
    private final Wallet wallet;

    public ModelWallet(String customerId) {
        wallet = new Wallet(customerId);
    }

    @Override
    public Decision<? extends Payload> decide(List<? extends Payload> commands, Instant now) {
        return wallet.decide((BranchCommand) commands.getFirst(), now);
    }

    @Override
    public void evolve(Payload fact) {
        wallet.evolve((WalletFact) fact);
    }
}
