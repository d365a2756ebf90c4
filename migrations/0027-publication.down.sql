DROP VIEW published_letter;
ALTER TABLE proposal DROP COLUMN consent_told;
DROP TABLE publication;
