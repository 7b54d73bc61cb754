-- How far each partition of the command topic has been carried out; the epoch fences earlier owners.
CREATE TABLE IF NOT EXISTS inbox (
    topic      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    part       INT          NOT NULL,
    position   BIGINT       NOT NULL,
    idx        INT          NOT NULL,
    epoch      BIGINT       NOT NULL,
    cluster_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    topic_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (topic, part)
);

-- Messages that leave with the commit: read from the binlog, so a row is only kept for looking back.
CREATE TABLE IF NOT EXISTS outbox (
    seq        BIGINT       NOT NULL AUTO_INCREMENT,
    id         VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    topic      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    part       INT          NOT NULL,
    akey       VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    type       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload    MEDIUMBLOB   NOT NULL,
    created_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    PRIMARY KEY (seq)
);

-- Messages that could not be carried out and, behind each, in order, later ones of the same key.
CREATE TABLE IF NOT EXISTS parked (
    id        BIGINT        NOT NULL AUTO_INCREMENT,
    topic     VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    part      INT           NOT NULL,
    position  BIGINT        NOT NULL,
    idx       INT           NOT NULL,
    akey      VARCHAR(128)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    reason    VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    content   MEDIUMBLOB    NOT NULL,
    parked_at TIMESTAMP(3)  NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    PRIMARY KEY (id),
    KEY by_key (topic, part, akey)
);

-- Operations that were carried out, whatever their outcome: asking again does nothing again.
CREATE TABLE IF NOT EXISTS operation (
    id      VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    done_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY by_time (done_at)
);
