CREATE TABLE IF NOT EXISTS products (
    sku            VARCHAR(64)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name           VARCHAR(500)  CHARACTER SET utf8mb4 NOT NULL,
    description    VARCHAR(8000) CHARACTER SET utf8mb4,
    category       VARCHAR(200)  CHARACTER SET utf8mb4 NOT NULL,
    price_amount   BIGINT        NOT NULL,
    price_currency CHAR(3)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version        BIGINT        NOT NULL,
    updated_at     DATETIME(3)   NOT NULL,
    PRIMARY KEY (sku)
);
