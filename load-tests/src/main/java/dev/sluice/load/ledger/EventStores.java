package dev.sluice.load.ledger;

import dev.sluice.load.installation.Installation;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.promotion.CampaignFact;
import dev.sluice.schemas.promotion.CouponFact;
import dev.sluice.schemas.promotion.EnvelopeFact;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.wire.MessageCodec;
import dev.sluice.schemas.wire.WireNames;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** The facts in MySQL, read as they lie there. */
public final class EventStores {
    private static final int CHUNK = 500;

    /** Rows as they are found: a cursor would have the server lay aside all of a million facts before the first of them comes. */
    private static final String PARAMETERS = "?allowPublicKeyRetrieval=true&sslMode=PREFERRED&connectTimeout=3000"
            + "&socketTimeout=30000&defaultFetchSize=" + Integer.MIN_VALUE;

    private final Installation.MySql mysql;

    public EventStores(Installation.MySql mysql) {
        this.mysql = mysql;
    }

    /** The facts of these orders, each order's in sequence. */
    public void orders(Collection<String> orderIds, Consumer<OrderFact> facts) throws SQLException {
        facts("ordering", orderIds, fact -> facts.accept((OrderFact) fact));
    }

    /** The facts of these SKUs, whichever order they belong to, each SKU's in sequence. */
    public void stock(Collection<String> skus, Consumer<StockFact> facts) throws SQLException {
        facts("stock", skus, fact -> facts.accept((StockFact) fact));
    }

    /** The facts of these customers' wallets, whichever order they belong to, each wallet's in sequence. */
    public void wallets(Collection<String> customerIds, Consumer<WalletFact> facts) throws SQLException {
        facts("payment", customerIds, fact -> facts.accept((WalletFact) fact));
    }

    /** The facts of these coupons, whichever order they belong to, each coupon's in sequence. */
    public void coupons(Collection<String> codes, Consumer<CouponFact> facts) throws SQLException {
        facts("promotion", codes, fact -> facts.accept((CouponFact) fact));
    }

    /** The facts of a campaign, in sequence. */
    public void campaign(String campaignId, Consumer<CampaignFact> facts) throws SQLException {
        facts("promotion", List.of(campaignId), fact -> facts.accept((CampaignFact) fact));
    }

    /** The facts of a red envelope, in sequence. */
    public void envelope(String envelopeId, Consumer<EnvelopeFact> facts) throws SQLException {
        facts("promotion", List.of(envelopeId), fact -> facts.accept((EnvelopeFact) fact));
    }

    /** From the first to the last answer that the stock of a SKU gave to a Try. */
    public Duration decisions(String sku) throws SQLException {
        String sql = "SELECT MIN(time_stamp), MAX(time_stamp) FROM domain_event_entry"
                + " WHERE aggregate_identifier = ? AND payload_type IN (?, ?)";
        try (Connection connection = connect("stock");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, sku);
            statement.setString(2, WireNames.of(StockFact.UnitsReserved.class));
            statement.setString(3, WireNames.of(StockFact.ReservationRefused.class));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getString(1) != null
                        ? Duration.between(Instant.parse(rows.getString(1)), Instant.parse(rows.getString(2)))
                        : Duration.ZERO;
            }
        }
    }

    /** Where ordering's event store ends now. */
    public long endOfOrders() throws SQLException {
        return number("SELECT COALESCE(MAX(global_index), 0) FROM domain_event_entry");
    }

    /** How many orders, whosesoever, have settled since. Reads only what came since. */
    public long settledSince(long end) throws SQLException {
        return number("SELECT COUNT(*) FROM domain_event_entry WHERE global_index > " + end + " AND payload_type = '"
                + WireNames.of(OrderFact.OrderSettled.class) + "'");
    }

    /**
     * The last column of the first row, so that {@code SHOW STATUS} will do; 0 where there is none. From the server that holds
     * ordering's schema.
     */
    public long number(String sql) throws SQLException {
        try (Connection connection = connect("ordering");
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(rows.getMetaData().getColumnCount()) : 0;
        }
    }

    /** Into the context's schema, on whichever server that is. */
    private Connection connect(String context) throws SQLException {
        return DriverManager.getConnection(
                mysql.urlOf(context) + "/sluice_" + context + PARAMETERS, mysql.user(), mysql.password());
    }

    private void facts(String context, Collection<String> aggregates, Consumer<Payload> facts) throws SQLException {
        List<String> ids = new ArrayList<>(aggregates);
        try (Connection connection = connect(context)) {
            for (int from = 0; from < ids.size(); from += CHUNK) {
                chunk(connection, ids.subList(from, Math.min(from + CHUNK, ids.size())), facts);
            }
        }
    }

    private static void chunk(Connection connection, List<String> ids, Consumer<Payload> facts) throws SQLException {
        String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
        String sql = "SELECT payload_type, payload FROM domain_event_entry" + " WHERE aggregate_identifier IN (" + marks
                + ") ORDER BY aggregate_identifier, sequence_number";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.size(); i++) {
                statement.setString(i + 1, ids.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    facts.accept(MessageCodec.payload(rows.getString(1), rows.getBytes(2)));
                }
            }
        }
    }
}
