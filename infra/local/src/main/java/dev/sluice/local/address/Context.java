package dev.sluice.local.address;

import java.util.Locale;

/** The bounded contexts of the command-service, each with the port that it has where it runs in a process of its own. */
public enum Context {
    ORDERING(Slot.COMMAND_ORDERING),
    STOCK(Slot.COMMAND_STOCK),
    PAYMENT(Slot.COMMAND_PAYMENT),
    PROMOTION(Slot.COMMAND_PROMOTION),
    CATALOG(Slot.COMMAND_CATALOG),
    CUSTOMER(Slot.COMMAND_CUSTOMER);

    private final Slot slot;

    Context(Slot slot) {
        this.slot = slot;
    }

    public Slot slot() {
        return slot;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its database and the owner of that are called. */
    public String schema() {
        return "sluice_" + text();
    }

    /** What its process is called where it has one of its own. */
    public String process() {
        return "command-" + text();
    }

    /** The variable that names a MySQL server of its own. */
    public String mysqlVariable() {
        return "SLUICE_MYSQL_URLS_" + name();
    }
}
