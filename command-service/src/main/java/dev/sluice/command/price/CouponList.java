package dev.sluice.command.price;

import dev.sluice.command.quote.Coupons;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.promotion.CouponRow;
import dev.sluice.schemas.promotion.CouponTerms;
import org.jspecify.annotations.Nullable;

/** The terms of all coupons, in memory. */
final class CouponList implements Coupons, Rows {

    private final Latest<CouponTerms> terms = new Latest<>();

    @Override
    public void put(byte[] json) {
        CouponRow row = Json.MAPPER.readValue(json, CouponRow.class);
        terms.put(row.code(), row.version(), Json.MAPPER.readValue(row.terms(), CouponTerms.class));
    }

    @Override
    public void remove(String key) {
        terms.remove(key);
    }

    @Override
    public @Nullable CouponTerms find(String code) {
        return terms.find(code);
    }
}
