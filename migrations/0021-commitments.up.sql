-- 承诺: what a letter promises, who has to keep it by when, how it goes, what the proposer was told and says of it.

CREATE TABLE commitment (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  -- the duty whose letter promises it
  assignment_id uuid NOT NULL REFERENCES assignment,
  letter_id uuid NOT NULL REFERENCES letter,
  suggestion_id uuid REFERENCES suggestion,
  state text NOT NULL,
  -- letter: found in its text; opinion: stated in an opinion that was adopted; hand: added by a person
  origin text NOT NULL,
  text text NOT NULL,
  -- the sentence of the letter or the words of the opinion; null where a person added it
  quote text,
  -- the words its day was found from
  due_words text,
  due_on date,
  -- the day of the letter: a promise is in the lists of this year and of all until it is settled
  made_on date NOT NULL,
  owner_unit_id uuid NOT NULL REFERENCES unit,
  owner_id uuid REFERENCES person,
  owner_name text,
  confirmed_at timestamptz,
  confirmed_by uuid REFERENCES person,
  outcome text,
  settled_on date,
  -- why it was given up or is no promise; how it was kept
  settled_words text,
  answer text,
  answered_at timestamptz,
  answered_by uuid REFERENCES person,
  CHECK (due_on IS NOT NULL OR state IN ('proposed', 'struck', 'dropped')),
  CHECK (outcome IS NULL = (settled_on IS NULL))
);
CREATE INDEX commitment_proposal_idx ON commitment (proposal_id);
CREATE INDEX commitment_owner_idx ON commitment (owner_unit_id);
CREATE INDEX commitment_waiting_idx ON commitment (proposal_id) WHERE state IN ('proposed', 'kept', 'unkept');

CREATE TABLE commitment_progress (
  id uuid PRIMARY KEY,
  commitment_id uuid NOT NULL REFERENCES commitment,
  -- report, kept, carried, assigned
  kind text NOT NULL,
  happened_on date NOT NULL,
  text text NOT NULL,
  percent integer CHECK (percent BETWEEN 0 AND 100),
  file_id uuid REFERENCES blob,
  -- carried: from which day to which
  due_from date,
  due_to date,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL REFERENCES person,
  CHECK (kind <> 'kept' OR file_id IS NOT NULL)
);
CREATE INDEX commitment_progress_idx ON commitment_progress (commitment_id);
CREATE INDEX commitment_progress_file_idx ON commitment_progress (file_id);

-- The proposer's own link to the promises of one letter.
CREATE TABLE commitment_link (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  letter_id uuid NOT NULL REFERENCES letter,
  proposer_id uuid NOT NULL REFERENCES proposer,
  token_hash text NOT NULL UNIQUE,
  expires_on date NOT NULL,
  made_at timestamptz NOT NULL,
  window_from timestamptz,
  hits integer NOT NULL DEFAULT 0,
  UNIQUE (letter_id, proposer_id)
);

-- Once for each proposer, and nobody else writes it.
CREATE TABLE commitment_rating (
  commitment_id uuid NOT NULL REFERENCES commitment,
  proposer_id uuid NOT NULL REFERENCES proposer,
  rating text NOT NULL,
  remark text,
  rated_at timestamptz NOT NULL,
  PRIMARY KEY (commitment_id, proposer_id)
);

ALTER TABLE letter ADD COLUMN commitment_required boolean NOT NULL DEFAULT false;
