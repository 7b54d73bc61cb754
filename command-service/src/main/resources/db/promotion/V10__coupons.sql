CREATE TABLE IF NOT EXISTS coupons (
    code    VARCHAR(64)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    terms   VARCHAR(4000) CHARACTER SET utf8mb4 NOT NULL,
    version BIGINT        NOT NULL,
    PRIMARY KEY (code)
);
