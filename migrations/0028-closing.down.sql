ALTER TABLE proposal DROP COLUMN archived_on, DROP COLUMN closed_by, DROP COLUMN closed_on;
