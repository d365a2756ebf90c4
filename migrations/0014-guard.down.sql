DROP TABLE command_once;
ALTER TABLE person DROP COLUMN version;
ALTER TABLE unit DROP COLUMN version;
ALTER TABLE proposal DROP COLUMN version;
