ALTER TABLE draft DROP COLUMN wording_version;
ALTER TABLE place_profile DROP COLUMN published_by, DROP COLUMN reason;
