-- Orders that are not decided: written when they are placed and when they are decided, read when a partition changes hands.
CREATE TABLE IF NOT EXISTS open_order (
    order_id    VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    part        INT         NOT NULL,
    deadline_at DATETIME(3) NOT NULL,
    PRIMARY KEY (order_id)
);
