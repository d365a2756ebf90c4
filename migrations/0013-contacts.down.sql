ALTER TABLE draft DROP COLUMN contact_required;
DROP TABLE contact_record;
