DROP TABLE item_rejection;
ALTER TABLE passage
  ADD COLUMN opinion_item_id uuid REFERENCES opinion_item,
  ADD COLUMN opinion_version integer,
  ADD COLUMN source_unit_id uuid REFERENCES unit,
  ADD COLUMN source_text text;
-- Of several sources the first is kept: the table before knew one.
UPDATE passage p SET opinion_item_id = s.opinion_item_id, opinion_version = s.opinion_version, source_unit_id = s.unit_id, source_text = s.text
  FROM passage_source s WHERE s.passage_id = p.id AND s.ordinal = (SELECT min(ordinal) FROM passage_source WHERE passage_id = p.id);
ALTER TABLE passage ADD CHECK ((opinion_item_id IS NULL) = (source_text IS NULL));
DROP TABLE passage_source;
