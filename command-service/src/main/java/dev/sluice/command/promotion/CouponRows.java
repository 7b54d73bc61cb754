package dev.sluice.command.promotion;

import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.promotion.CouponFact.CouponPut;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;

/** The terms of every coupon as rows, which change data capture carries to ordering: it prices by them. */
final class CouponRows implements TurnTable {

    private static final String UPSERT = """
            INSERT INTO coupons (code, terms, version) VALUES (?, ?, ?) AS n
            ON DUPLICATE KEY UPDATE terms = n.terms, version = n.version""";

    @Override
    public void flush(Turn turn) throws SQLException {
        Map<String, CouponPut> latest = new LinkedHashMap<>();
        for (EventMessage<?> event : turn.events()) {
            if (event.getPayload() instanceof CouponPut put) {
                latest.put(put.code(), put);
            }
        }
        if (latest.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = turn.connection().prepareStatement(UPSERT)) {
            for (CouponPut put : latest.values()) {
                statement.setString(1, put.code());
                statement.setString(2, Json.MAPPER.writeValueAsString(put.terms()));
                statement.setLong(3, put.version());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
