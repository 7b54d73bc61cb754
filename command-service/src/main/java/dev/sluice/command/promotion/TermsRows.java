package dev.sluice.command.promotion;

import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.promotion.CampaignFact.CampaignPut;
import dev.sluice.schemas.promotion.CouponFact.CouponPut;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** The latest terms of every coupon, or campaign, as rows, which change data capture carries to ordering: it prices by them. */
final class TermsRows implements TurnTable {

    private final String upsert;
    private final Function<Object, @Nullable Row> rowOf;

    private record Row(String id, Record terms, long version) {}

    private TermsRows(String table, String id, Function<Object, @Nullable Row> rowOf) {
        this.upsert = "INSERT INTO " + table + " (" + id + ", terms, version) VALUES (?, ?, ?) AS n"
                + " ON DUPLICATE KEY UPDATE terms = n.terms, version = n.version";
        this.rowOf = rowOf;
    }

    static TermsRows ofCoupons() {
        return new TermsRows(
                "coupons",
                "code",
                fact -> fact instanceof CouponPut put ? new Row(put.code(), put.terms(), put.version()) : null);
    }

    static TermsRows ofCampaigns() {
        return new TermsRows(
                "campaigns",
                "campaign_id",
                fact -> fact instanceof CampaignPut put ? new Row(put.campaignId(), put.terms(), put.version()) : null);
    }

    @Override
    public void flush(Turn turn) throws SQLException {
        Map<String, Row> latest = new LinkedHashMap<>();
        for (EventMessage<?> event : turn.events()) {
            Row row = rowOf.apply(event.getPayload());
            if (row != null) {
                latest.put(row.id, row);
            }
        }
        if (latest.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = turn.connection().prepareStatement(upsert)) {
            for (Row row : latest.values()) {
                statement.setString(1, row.id);
                statement.setString(2, Json.MAPPER.writeValueAsString(row.terms));
                statement.setLong(3, row.version);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
