package dev.sluice.local.command;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.State;
import dev.sluice.local.home.StateFile;
import dev.sluice.local.issuer.TokenRequest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An access token and nothing else, for {@code $(./sluice token admin)}. */
@Command(name = "token", description = "Print an access token of the development issuer; it lasts 12 hours.")
public final class TokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROLE", description = "shopper, admin, operator or importer")
    private String role = "";

    @Option(names = "--customer", paramLabel = "ID", description = "The customer that a shopper orders for.")
    private @Nullable String customer;

    @Override
    public Integer call() throws Exception {
        Home home = Home.here();
        State state = new StateFile(home).needed();
        String issuer = state.environment().getOrDefault("SLUICE_ISSUER_URL", "");
        System.out.println(TokenRequest.send(home, issuer, role, customer));
        return 0;
    }
}
