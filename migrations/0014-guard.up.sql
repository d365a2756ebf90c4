-- A case counts its commands, so that somebody who saw an older state is told (If-Match); units and people count theirs.
ALTER TABLE proposal ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE unit ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE person ADD COLUMN version integer NOT NULL DEFAULT 1;

-- A command sent twice under one key (a double click, a retried request) has one effect and one answer.
CREATE TABLE command_once (
  person_id uuid NOT NULL REFERENCES person,
  key text NOT NULL,
  -- SHA-256 of command, target and input: a key is good for one thing
  digest text NOT NULL,
  answer jsonb,
  at timestamptz NOT NULL,
  PRIMARY KEY (person_id, key)
);
CREATE INDEX command_once_at_idx ON command_once (at);
