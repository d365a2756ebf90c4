ALTER TABLE rating DROP COLUMN window_from, DROP COLUMN hits;
