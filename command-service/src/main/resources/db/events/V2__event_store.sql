CREATE TABLE IF NOT EXISTS domain_event_entry (
    global_index         BIGINT       NOT NULL AUTO_INCREMENT,
    event_identifier     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    aggregate_identifier VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sequence_number      BIGINT       NOT NULL,
    type                 VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin,
    payload_type         VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload_revision     VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin,
    time_stamp           VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload              MEDIUMBLOB   NOT NULL,
    meta_data            BLOB,
    topic                VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'events.${context}',
    PRIMARY KEY (global_index),
    UNIQUE KEY stream (aggregate_identifier, sequence_number)
);
