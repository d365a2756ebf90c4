ALTER TABLE history_entry DROP COLUMN before;
