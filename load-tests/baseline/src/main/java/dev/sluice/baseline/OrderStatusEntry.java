package dev.sluice.baseline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as its customer sees it, one row. Its lines are one text: a table of them would only be dearer. */
@Entity
@Table(name = "order_status")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Hibernate sets the fields, and reads them.
class OrderStatusEntry {
    @Id
    private String orderId;

    private String customerId;
    private String status;

    @Column(name = "order_lines", columnDefinition = "TEXT")
    private String lines;

    private long total;
    private Instant placedAt;
    private @Nullable Instant decidedAt;
    private long version;

    protected OrderStatusEntry() {}

    OrderStatusEntry(String orderId, String customerId, String lines, long total, Instant placedAt) {
        this.orderId = orderId;
        this.customerId = customerId;
        this.status = "PENDING";
        this.lines = lines;
        this.total = total;
        this.placedAt = placedAt;
        this.version = 1;
    }

    void decided(String decision, Instant at, long seen) {
        status = decision;
        decidedAt = at;
        version = seen;
    }

    void seen(long fact) {
        version = fact;
    }
}
