ALTER TABLE draft DROP COLUMN confirmation_required;
DROP TABLE confirmation;
