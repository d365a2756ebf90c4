ALTER TABLE letter DROP COLUMN follows_id;
DROP INDEX draft_reply_key;
ALTER TABLE draft DROP COLUMN round;
CREATE UNIQUE INDEX draft_reply_key ON draft (assignment_id) WHERE kind = 'reply';
DROP TABLE redo;
DROP TABLE rating;
