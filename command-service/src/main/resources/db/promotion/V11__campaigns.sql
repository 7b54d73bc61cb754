CREATE TABLE IF NOT EXISTS campaigns (
    campaign_id VARCHAR(64)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    terms       VARCHAR(4000) CHARACTER SET utf8mb4 NOT NULL,
    version     BIGINT        NOT NULL,
    PRIMARY KEY (campaign_id)
);
