ALTER TABLE letter DROP COLUMN commitment_required;
DROP TABLE commitment_rating;
DROP TABLE commitment_link;
DROP TABLE commitment_progress;
DROP TABLE commitment;
