-- A deadline explains itself (`explanation`); its reminder is the truth a queue job only wakes.

CREATE TABLE deadline (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  clock text NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  started_on date NOT NULL,
  due_on date NOT NULL,
  provisional boolean NOT NULL,
  state text NOT NULL,
  met_on date,
  explanation jsonb NOT NULL,
  UNIQUE (subject_id, clock)
);
CREATE INDEX deadline_proposal_idx ON deadline (proposal_id);

CREATE TABLE reminder (
  id uuid PRIMARY KEY,
  deadline_id uuid NOT NULL REFERENCES deadline,
  due_at timestamptz NOT NULL,
  state text NOT NULL,
  rev integer NOT NULL DEFAULT 1,
  sent_at timestamptz,
  UNIQUE (deadline_id, due_at)
);
CREATE INDEX reminder_pending_idx ON reminder (due_at) WHERE state = 'pending';

-- What a person finds in the inbox. `source` makes a repeated job harmless.
CREATE TABLE notice (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  source text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  link text NOT NULL,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  UNIQUE (source, person_id)
);
CREATE INDEX notice_person_idx ON notice (person_id, id);
