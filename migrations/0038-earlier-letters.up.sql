-- 往年答复函: letters from before this house, read out of files. They are found and quoted; they are no cases.
CREATE TABLE letter_import (
  id uuid PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('importing', 'imported', 'undone')),
  -- The files handed in, as [{fileId, path}]; a package holds many letters.
  files jsonb NOT NULL,
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person (id),
  moved_at timestamptz NOT NULL
);

CREATE TABLE earlier_letter (
  id uuid PRIMARY KEY,
  import_id uuid NOT NULL REFERENCES letter_import (id),
  file_id uuid NOT NULL REFERENCES blob (id),
  -- Of its words: one text comes in once, in whatever file it stands.
  digest text NOT NULL UNIQUE,
  -- Number and issuer: one letter comes in once, however it was copied.
  key text UNIQUE,
  -- The house's unit that wrote it; others' letters have only a printed name.
  unit_id uuid REFERENCES unit (id),
  outcome_class text,
  -- The day it is filed under.
  day date NOT NULL,
  reading jsonb NOT NULL,
  model jsonb NOT NULL,
  imported_at timestamptz NOT NULL
);
CREATE INDEX earlier_letter_import_idx ON earlier_letter (import_id);
CREATE INDEX earlier_letter_file_idx ON earlier_letter (file_id);
CREATE INDEX earlier_letter_day_idx ON earlier_letter (day);

-- Whose it is to read beside who oversees all: who wrote it, who was asked.
CREATE TABLE earlier_letter_unit (
  letter_id uuid NOT NULL REFERENCES earlier_letter (id) ON DELETE CASCADE,
  unit_id uuid NOT NULL REFERENCES unit (id),
  PRIMARY KEY (letter_id, unit_id)
);
CREATE INDEX earlier_letter_unit_idx ON earlier_letter_unit (unit_id);

CREATE TABLE letter_import_row (
  import_id uuid NOT NULL REFERENCES letter_import (id),
  line integer NOT NULL,
  file text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('imported', 'doubled', 'failed')),
  code text,
  reading jsonb,
  notes jsonb NOT NULL,
  letter_id uuid REFERENCES earlier_letter (id) ON DELETE SET NULL,
  PRIMARY KEY (import_id, line)
);
CREATE INDEX letter_import_row_letter_idx ON letter_import_row (letter_id);

ALTER TABLE search_document DROP CONSTRAINT search_document_kind_check;
ALTER TABLE search_document ADD CONSTRAINT search_document_kind_check
  CHECK (kind IN ('proposal', 'opinion', 'draft', 'letter', 'policy', 'earlier'));
ALTER TABLE search_document DROP CONSTRAINT search_document_check;
ALTER TABLE search_document ADD CONSTRAINT search_document_check
  CHECK ((kind IN ('policy', 'earlier')) = (proposal_id IS NULL));
