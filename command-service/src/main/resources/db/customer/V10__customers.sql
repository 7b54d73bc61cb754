CREATE TABLE IF NOT EXISTS customers (
    customer_id VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name        VARCHAR(500) CHARACTER SET utf8mb4 NOT NULL,
    email       VARCHAR(320) CHARACTER SET utf8mb4,
    country     VARCHAR(100) CHARACTER SET utf8mb4 NOT NULL,
    version     BIGINT       NOT NULL,
    updated_at  DATETIME(3)  NOT NULL,
    PRIMARY KEY (customer_id)
);
