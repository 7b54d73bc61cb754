CREATE TABLE IF NOT EXISTS snapshot (
    aggregate_identifier VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sequence_number      BIGINT       NOT NULL,
    kind                 VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state                LONGBLOB     NOT NULL,
    PRIMARY KEY (aggregate_identifier)
);
