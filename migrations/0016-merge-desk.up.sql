-- 汇总: a passage may rest on several opinions (joined) or on a part of one (split); an opinion may be set aside with a reason.

CREATE TABLE passage_source (
  passage_id uuid NOT NULL REFERENCES passage ON DELETE CASCADE,
  ordinal integer NOT NULL,
  opinion_item_id uuid NOT NULL REFERENCES opinion_item,
  opinion_version integer NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  text text NOT NULL,
  PRIMARY KEY (passage_id, ordinal)
);
CREATE INDEX passage_source_item ON passage_source (opinion_item_id);
INSERT INTO passage_source (passage_id, ordinal, opinion_item_id, opinion_version, unit_id, text)
  SELECT id, 1, opinion_item_id, opinion_version, source_unit_id, source_text FROM passage WHERE opinion_item_id IS NOT NULL;
ALTER TABLE passage
  DROP COLUMN opinion_item_id,
  DROP COLUMN opinion_version,
  DROP COLUMN source_unit_id,
  DROP COLUMN source_text;

CREATE TABLE item_rejection (
  draft_id uuid NOT NULL REFERENCES draft ON DELETE CASCADE,
  opinion_item_id uuid NOT NULL REFERENCES opinion_item,
  reason text NOT NULL,
  rejected_by uuid NOT NULL REFERENCES person,
  rejected_at timestamptz NOT NULL,
  PRIMARY KEY (draft_id, opinion_item_id)
);
