-- 测评 and 重新办理: what each proposer says to the letter, on a link the handler never sees, and what follows from 不满意.

CREATE TABLE rating (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  assignment_id uuid NOT NULL REFERENCES assignment,
  letter_id uuid NOT NULL REFERENCES letter,
  proposer_id uuid NOT NULL REFERENCES proposer,
  -- of the reply: 1, and 2 after it was handled anew
  round integer NOT NULL,
  state text NOT NULL,
  -- counts the links that were made; only the newest opens
  link_serial integer NOT NULL DEFAULT 1,
  token_hash text NOT NULL UNIQUE,
  asked_at timestamptz NOT NULL,
  due_on date,
  reminded_at timestamptz,
  handling text,
  result text,
  handling_reason text,
  result_reason text,
  remark text,
  given_at timestamptz,
  given_by text,
  given_via text,
  scan_file_id uuid REFERENCES blob,
  CHECK (num_nonnulls(handling, result, given_at) IN (0, 3)),
  CHECK ((given_via = 'paper') = (scan_file_id IS NOT NULL) OR given_via IS NULL)
);
CREATE INDEX rating_proposal_idx ON rating (proposal_id);
CREATE UNIQUE INDEX rating_standing_key ON rating (letter_id, proposer_id);
CREATE INDEX rating_silence_idx ON rating (due_on) WHERE state = 'asked';

CREATE TABLE redo (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  assignment_id uuid NOT NULL REFERENCES assignment,
  -- the letter that did not satisfy
  letter_id uuid NOT NULL REFERENCES letter,
  -- the round it asks for
  round integer NOT NULL,
  state text NOT NULL,
  -- the place orders no further round: the next rung is a talk or a statement
  exhausted boolean NOT NULL,
  weighed_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid REFERENCES person,
  reason text,
  -- 当面协商, 专门说明: {way, on, people, outcome}
  rung jsonb,
  UNIQUE (assignment_id, round)
);
CREATE INDEX redo_proposal_idx ON redo (proposal_id);

ALTER TABLE draft ADD COLUMN round integer NOT NULL DEFAULT 1;
DROP INDEX draft_reply_key;
CREATE UNIQUE INDEX draft_reply_key ON draft (assignment_id, round) WHERE kind = 'reply';
-- The letter of the round before, which stays.
ALTER TABLE letter ADD COLUMN follows_id uuid REFERENCES letter;
