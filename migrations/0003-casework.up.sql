-- The aggregates of a case. A state changes only by UPDATE … WHERE state = ANY(from); libs/rules/machines holds the tables.

CREATE TABLE proposal (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  number text NOT NULL,
  term integer NOT NULL,
  meeting integer NOT NULL,
  title text NOT NULL,
  full_text text NOT NULL,
  key_proposal boolean NOT NULL DEFAULT false,
  consent_to_publish boolean NOT NULL,
  original_file_id uuid REFERENCES blob,
  profile_version integer NOT NULL,
  registered_at timestamptz NOT NULL,
  registered_by uuid NOT NULL REFERENCES person,
  UNIQUE (kind, term, meeting, number)
);
CREATE INDEX proposal_registered_idx ON proposal (registered_at);

CREATE TABLE proposer (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  ordinal integer NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  contact text,
  UNIQUE (proposal_id, ordinal)
);

CREATE TABLE suggestion (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  ordinal integer NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  UNIQUE (proposal_id, ordinal)
);

CREATE TABLE assignment (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  unit_id uuid NOT NULL REFERENCES unit,
  role text NOT NULL,
  ordinal integer NOT NULL,
  question text,
  state text NOT NULL,
  handed_over_at timestamptz NOT NULL,
  signed_at timestamptz,
  signed_by uuid REFERENCES person,
  office_id uuid REFERENCES office,
  drafter_id uuid REFERENCES person,
  UNIQUE (proposal_id, unit_id)
);
CREATE INDEX assignment_unit_idx ON assignment (unit_id, state);
CREATE INDEX assignment_drafter_idx ON assignment (drafter_id);

CREATE TABLE opinion (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  assignment_id uuid NOT NULL UNIQUE REFERENCES assignment,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 0,
  return_reason text
);
CREATE INDEX opinion_proposal_idx ON opinion (proposal_id);

CREATE TABLE opinion_version (
  id uuid PRIMARY KEY,
  opinion_id uuid NOT NULL REFERENCES opinion,
  version integer NOT NULL,
  contact_name text NOT NULL,
  contact_phone text NOT NULL,
  submitted_at timestamptz NOT NULL,
  submitted_by uuid NOT NULL REFERENCES person,
  UNIQUE (opinion_id, version)
);

CREATE TABLE opinion_item (
  id uuid PRIMARY KEY,
  opinion_version_id uuid NOT NULL REFERENCES opinion_version,
  suggestion_id uuid NOT NULL REFERENCES suggestion,
  position text NOT NULL,
  body text NOT NULL,
  commitments jsonb NOT NULL,
  UNIQUE (opinion_version_id, suggestion_id)
);

CREATE TABLE draft (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  assignment_id uuid NOT NULL UNIQUE REFERENCES assignment,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  outcome_class text,
  print_class boolean NOT NULL,
  publication text NOT NULL,
  contacts jsonb NOT NULL,
  prose jsonb NOT NULL,
  wording jsonb NOT NULL,
  return_reason text
);
CREATE INDEX draft_proposal_idx ON draft (proposal_id);

CREATE TABLE draft_section (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL REFERENCES draft,
  ordinal integer NOT NULL,
  suggestion_id uuid REFERENCES suggestion,
  heading text,
  verdict text,
  version integer NOT NULL DEFAULT 1,
  CHECK ((suggestion_id IS NULL) <> (heading IS NULL)),
  UNIQUE (draft_id, ordinal) DEFERRABLE INITIALLY DEFERRED
);

-- A passage remembers where it came from: an opinion and its version, or a person; `source_text` is what was adopted, so that edits stay visible.
CREATE TABLE passage (
  id uuid PRIMARY KEY,
  section_id uuid NOT NULL REFERENCES draft_section ON DELETE CASCADE,
  ordinal integer NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  opinion_item_id uuid REFERENCES opinion_item,
  opinion_version integer,
  source_unit_id uuid REFERENCES unit,
  source_text text,
  written_by uuid NOT NULL REFERENCES person,
  CHECK ((opinion_item_id IS NULL) = (source_text IS NULL)),
  UNIQUE (section_id, ordinal) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE review_step (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  draft_id uuid NOT NULL REFERENCES draft,
  round integer NOT NULL,
  ordinal integer NOT NULL,
  name text NOT NULL,
  duty text NOT NULL,
  state text NOT NULL,
  comment text,
  decided_at timestamptz,
  decided_by uuid REFERENCES person,
  seen_digest text,
  -- what the signer let stand against a check, each with its reason
  overrules jsonb NOT NULL DEFAULT '[]',
  UNIQUE (draft_id, round, ordinal)
);
CREATE INDEX review_step_proposal_idx ON review_step (proposal_id);

-- A series of document numbers: one per unit and kind of letter.
CREATE TABLE number_series (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  letter_kind text NOT NULL,
  agency_code text NOT NULL,
  -- 中工信函〔{year}〕{serial}号
  pattern text NOT NULL,
  UNIQUE (unit_id, letter_kind)
);
CREATE TABLE number_counter (
  series_id uuid NOT NULL REFERENCES number_series,
  year integer NOT NULL,
  start integer NOT NULL DEFAULT 1,
  last integer,
  PRIMARY KEY (series_id, year)
);

CREATE TABLE letter (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  draft_id uuid NOT NULL UNIQUE REFERENCES draft,
  state text NOT NULL,
  series_id uuid NOT NULL REFERENCES number_series,
  year integer NOT NULL,
  serial integer NOT NULL,
  document_number text NOT NULL,
  date date NOT NULL,
  outcome_class text NOT NULL,
  model jsonb NOT NULL,
  text text NOT NULL,
  digest text NOT NULL,
  pages integer NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by uuid NOT NULL REFERENCES person,
  UNIQUE (series_id, year, serial)
);
CREATE INDEX letter_proposal_idx ON letter (proposal_id);

-- The frozen words of a letter: nobody rewrites them.
CREATE FUNCTION letter_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.model, NEW.text, NEW.digest, NEW.document_number, NEW.series_id, NEW.year, NEW.serial, NEW.date)
     IS DISTINCT FROM (OLD.model, OLD.text, OLD.digest, OLD.document_number, OLD.series_id, OLD.year, OLD.serial, OLD.date) THEN
    RAISE EXCEPTION 'an issued letter is frozen' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER letter_frozen BEFORE UPDATE ON letter FOR EACH ROW EXECUTE FUNCTION letter_frozen();

CREATE TABLE letter_file (
  letter_id uuid NOT NULL REFERENCES letter,
  format text NOT NULL,
  state text NOT NULL,
  blob_id uuid REFERENCES blob,
  error text,
  PRIMARY KEY (letter_id, format)
);

CREATE TABLE delivery (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  letter_id uuid NOT NULL REFERENCES letter,
  recipient_kind text NOT NULL,
  recipient_name text NOT NULL,
  proposer_id uuid REFERENCES proposer,
  unit_id uuid REFERENCES unit,
  token_hash text UNIQUE,
  state text NOT NULL,
  sent_at timestamptz NOT NULL,
  received_at timestamptz,
  received_by text
);
CREATE INDEX delivery_proposal_idx ON delivery (proposal_id);
CREATE INDEX delivery_unit_idx ON delivery (unit_id);

-- The case in words a clerk would use: who, when, did what, why.
CREATE TABLE history_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  at timestamptz NOT NULL,
  person_id uuid REFERENCES person,
  actor text NOT NULL,
  action text NOT NULL,
  object_id uuid NOT NULL,
  words text NOT NULL
);
CREATE INDEX history_entry_proposal_idx ON history_entry (proposal_id, id);
