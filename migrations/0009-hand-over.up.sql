-- Hand-over in all its modes, and what undoes it: returns with their disputes, recall, withdrawal.

ALTER TABLE proposal
  ADD COLUMN supervisor_id uuid REFERENCES person,
  -- 督办领导 as named: stays as it was when the person moves on
  ADD COLUMN supervisor_name text,
  ADD COLUMN withdrawn_at timestamptz,
  ADD COLUMN withdrawn_by uuid REFERENCES person,
  -- the day of the proposer's document
  ADD COLUMN withdrawn_on date,
  ADD COLUMN withdrawal_reason text,
  ADD CHECK ((withdrawn_at IS NULL) = (withdrawn_on IS NULL));
CREATE INDEX proposal_supervisor_idx ON proposal (supervisor_id) WHERE supervisor_id IS NOT NULL;

ALTER TABLE assignment
  ADD COLUMN handed_over_by uuid REFERENCES person,
  ADD COLUMN return_reopened_at timestamptz,
  ADD COLUMN ended_at timestamptz,
  ADD COLUMN end_reason text,
  DROP CONSTRAINT assignment_proposal_id_unit_id_key;
-- One duty for one unit at a time; those that ended stay as history.
CREATE UNIQUE INDEX assignment_live_unit_key ON assignment (proposal_id, unit_id)
  WHERE state NOT IN ('returned', 'removed', 'recalled', 'withdrawn');
CREATE INDEX assignment_proposal_idx ON assignment (proposal_id);

-- 倒排时间: days to work towards, counted back from the reply's due day. No clocks.
CREATE TABLE target_date (
  assignment_id uuid NOT NULL REFERENCES assignment,
  ordinal integer NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  due_on date NOT NULL,
  PRIMARY KEY (assignment_id, key)
);

CREATE TABLE return_request (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  assignment_id uuid NOT NULL REFERENCES assignment,
  wish text NOT NULL,
  state text NOT NULL,
  decision text,
  requested_at timestamptz NOT NULL
);
CREATE INDEX return_request_proposal_idx ON return_request (proposal_id);
CREATE UNIQUE INDEX return_request_open_key ON return_request (assignment_id) WHERE state IN ('asked', 'disputed');

-- Who said what when about a request: only added to.
CREATE TABLE return_statement (
  request_id uuid NOT NULL REFERENCES return_request,
  ordinal integer NOT NULL,
  kind text NOT NULL,
  -- the rung of the place's ladder that speaks; null where the unit does
  rung text,
  decision text,
  unit_id uuid REFERENCES unit,
  words text NOT NULL,
  -- the day of the written ruling
  dated date,
  at timestamptz NOT NULL,
  by_person uuid NOT NULL REFERENCES person,
  PRIMARY KEY (request_id, ordinal),
  UNIQUE (request_id, kind)
);
CREATE FUNCTION return_statement_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was said about a return is not rewritten' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER return_statement_kept BEFORE UPDATE OR DELETE ON return_statement FOR EACH ROW EXECUTE FUNCTION return_statement_kept();
