ALTER TABLE proposal DROP COLUMN closed_by, DROP COLUMN closed_on;
