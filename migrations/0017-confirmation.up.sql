-- 会办单位确认、征求提案者意见: what somebody was shown of the draft, by when they were to answer, what they answered.

CREATE TABLE confirmation (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  draft_id uuid NOT NULL REFERENCES draft,
  -- co_handler: its own passages; proposer: the letter as it would read
  kind text NOT NULL,
  assignment_id uuid REFERENCES assignment,
  proposer_id uuid REFERENCES proposer,
  state text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  note text,
  -- co_handler: [{section, body}]; proposer: the letter's model
  shown jsonb NOT NULL,
  -- of the co-handler's own words as they were shown
  digest text NOT NULL,
  -- what it means when nobody answers in time: agree, or ask_again
  silence text NOT NULL,
  due_on date,
  asked_at timestamptz NOT NULL,
  asked_by uuid NOT NULL REFERENCES person,
  answered_at timestamptz,
  answered_by text,
  remark text,
  CHECK ((kind = 'co_handler') = (assignment_id IS NOT NULL)),
  CHECK ((kind = 'proposer') = (proposer_id IS NOT NULL))
);
CREATE INDEX confirmation_proposal_idx ON confirmation (proposal_id);
CREATE INDEX confirmation_silence_idx ON confirmation (due_on) WHERE state = 'asked';
-- One question at a time.
CREATE UNIQUE INDEX confirmation_asked_key ON confirmation (draft_id, coalesce(assignment_id, proposer_id)) WHERE state = 'asked';

ALTER TABLE draft ADD COLUMN confirmation_required boolean NOT NULL DEFAULT false;
