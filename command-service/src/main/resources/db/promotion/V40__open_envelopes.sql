-- Red envelopes that are not closed: written when they are filled and when they are closed, read when a partition changes hands.
CREATE TABLE IF NOT EXISTS open_envelope (
    envelope_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    part        INT         NOT NULL,
    closes_at   DATETIME(3) NOT NULL,
    PRIMARY KEY (envelope_id)
);
