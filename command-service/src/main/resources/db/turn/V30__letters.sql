-- The message at the head of a key that could not be carried out is a letter: it has an id, and an act once an operator has
-- asked for one. Where the head is none, or has an act, it is to be carried out.
ALTER TABLE parked
    ADD COLUMN letter_id VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin,
    ADD COLUMN attempts  INT           NOT NULL DEFAULT 0,
    ADD COLUMN act       VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    ADD UNIQUE KEY by_letter (letter_id);
