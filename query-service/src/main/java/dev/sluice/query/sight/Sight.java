package dev.sluice.query.sight;

import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Customer;
import dev.sluice.schemas.view.BackOfficeOrderView.Masked;
import dev.sluice.schemas.view.DeadLetterView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may see of customers, and so which fields are searched, sorted by and fetched for them. Whoever may not see a name may not
 * find it either: one could guess it letter by letter. All that depends on it is here.
 */
public enum Sight {
    /** Names and e-mail addresses as they are. */
    PERSONAL("text", "customer.name"),
    /** What the projection has left of them. */
    MASKED("open", "customer.masked.name");

    /** The context whose messages tell names and addresses. */
    private static final String CUSTOMER = "customer";

    static final ScopedValue<Sight> NOW = ScopedValue.newInstance();

    private final String words;
    private final String name;

    Sight(String words, String name) {
        this.words = words;
        this.name = name;
    }

    /** Of whom this request is for. */
    public static Sight now() {
        return NOW.isBound() ? NOW.get() : MASKED;
    }

    /** The field with all the words of an order. */
    public String words() {
        return words;
    }

    /** The field with the customer's name. */
    public String customerName() {
        return name;
    }

    /** The field to sort by it. */
    public String customerOrder() {
        return name + ".sort";
    }

    /** Fields of an order that are not even fetched. */
    public List<String> hidden() {
        return switch (this) {
            case PERSONAL -> List.of("customer.masked");
            case MASKED -> List.of("customer.name", "customer.email");
        };
    }

    /** An order as it was fetched, with the masked in the place of what it stands for. */
    public BackOfficeOrderView show(BackOfficeOrderView order) {
        return this == PERSONAL ? order : order.with(masked(order.customer()));
    }

    private static Customer masked(Customer customer) {
        @Nullable Masked masked = customer.masked();
        return new Customer(
                customer.id(),
                masked == null ? null : masked.name(),
                masked == null ? null : masked.email(),
                customer.country(),
                customer.version(),
                null);
    }

    /** A message about a customer, without its data where they are not to be seen. */
    public DeadLetterView show(DeadLetterView letter) {
        return this == MASKED && letter.context().equals(CUSTOMER) ? letter.summary() : letter;
    }
}
