DROP TABLE contribution;
DROP TABLE opinion_proposal;
ALTER TABLE opinion DROP COLUMN route;
