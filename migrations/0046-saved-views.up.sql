-- A person's own views of the ledger: what is asked, under a name. Nobody else sees them.
CREATE TABLE saved_view (
  person_id uuid NOT NULL REFERENCES person,
  name text NOT NULL,
  asked jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, name)
);
