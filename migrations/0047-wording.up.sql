-- Who published a version of the place's profile, and why; and by which version's words a letter is written: the newest when its
-- draft was opened, while the rules of its case stay those it began under. Null: the case's own version, as before.
ALTER TABLE place_profile ADD COLUMN published_by uuid REFERENCES person, ADD COLUMN reason text;
ALTER TABLE draft ADD COLUMN wording_version integer;
