-- The last message that each partition of another context has sent to a partition of ours: JSON, by the sender's name.
CREATE TABLE IF NOT EXISTS source (
    part   INT  NOT NULL,
    latest TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (part)
);
