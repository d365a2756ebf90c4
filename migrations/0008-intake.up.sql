-- A handed-over list of proposals: read, checked line by line, registered as a whole or not at all.

CREATE TABLE import_batch (
  id uuid PRIMARY KEY,
  file_id uuid NOT NULL REFERENCES blob,
  unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL,
  -- counts the changes: what was read for an older one is thrown away
  revision integer NOT NULL DEFAULT 1,
  -- what a person chose: columns by field, kind and session where the list tells none
  choice jsonb NOT NULL,
  -- what was read: the heads of the columns, which column tells what, remarks of the reader
  reading jsonb,
  mode text,
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  refusal text,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  confirmed_at timestamptz,
  confirmed_by uuid REFERENCES person,
  moved_at timestamptz NOT NULL
);
CREATE INDEX import_batch_created_idx ON import_batch (created_at);
CREATE INDEX import_batch_working_idx ON import_batch (moved_at) WHERE state IN ('reading', 'importing');

CREATE TABLE import_row (
  batch_id uuid NOT NULL REFERENCES import_batch,
  line integer NOT NULL,
  field_values jsonb NOT NULL,
  problems jsonb NOT NULL,
  good boolean NOT NULL,
  paper jsonb,
  hand_over jsonb,
  proposal_id uuid REFERENCES proposal,
  PRIMARY KEY (batch_id, line)
);
CREATE INDEX import_row_proposal_idx ON import_row (proposal_id) WHERE proposal_id IS NOT NULL;

-- What was typed over a cell; it outlives a new reading of the file.
CREATE TABLE import_edit (
  batch_id uuid NOT NULL REFERENCES import_batch,
  line integer NOT NULL,
  field_values jsonb NOT NULL,
  PRIMARY KEY (batch_id, line)
);

-- The columns a unit chose for lists of one form.
CREATE TABLE import_mapping (
  unit_id uuid NOT NULL REFERENCES unit,
  fingerprint text NOT NULL,
  columns jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  saved_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (unit_id, fingerprint)
);

-- To whom the list hands a proposal over, and when: what the coordinator's form begins with.
CREATE TABLE proposed_hand_over (
  proposal_id uuid PRIMARY KEY REFERENCES proposal,
  lead_unit_id uuid REFERENCES unit,
  co_unit_ids jsonb NOT NULL,
  reference_unit_ids jsonb NOT NULL,
  handed_over_on date
);
