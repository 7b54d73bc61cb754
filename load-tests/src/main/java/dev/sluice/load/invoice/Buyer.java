package dev.sluice.load.invoice;

/** Whom an invoice was written for; sales without a customer belong to one guest per country. */
public record Buyer(String id, String name, String country) {

    static Buyer of(String customer, String country) {
        String where = country.isEmpty() ? "Unspecified" : country;
        if (customer.isEmpty()) {
            // Two dots occur in no id that comes from the file.
            String id = SafeId.of(where);
            return new Buyer("guest.." + id.substring(0, Math.min(id.length(), 57)), "Guest, " + where, where);
        }
        String number = customer.endsWith(".0") ? customer.substring(0, customer.length() - 2) : customer;
        return new Buyer(SafeId.of(number), "Customer " + number, where);
    }
}
