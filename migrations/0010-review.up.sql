-- Review: parallel steps, who holds a step, when it was opened and read, what an approval saw; rounds with the reason of their
-- route; the text as it stood at each decision; phrases.

ALTER TABLE review_step
  ADD COLUMN step_key text,
  ADD COLUMN stage integer,
  ADD COLUMN lane text,
  ADD COLUMN unit_id uuid REFERENCES unit,
  ADD COLUMN office_id uuid REFERENCES office,
  ADD COLUMN person_id uuid REFERENCES person,
  ADD COLUMN delegated_by uuid REFERENCES person,
  ADD COLUMN added_by uuid REFERENCES person,
  -- which sections it looks at: all, own, or a topic of the profile
  ADD COLUMN sees text NOT NULL DEFAULT 'all',
  -- digest by part of the text it decided on
  ADD COLUMN seen_parts jsonb,
  -- an approval of an earlier round that still stands
  ADD COLUMN kept_from uuid REFERENCES review_step,
  -- the parts that changed since it approved in the round before
  ADD COLUMN touched jsonb NOT NULL DEFAULT '[]',
  -- 改后直送: opens at once in its round
  ADD COLUMN direct boolean NOT NULL DEFAULT false,
  -- where it sent the draft back to (null: to the drafter), and whether it comes straight back
  ADD COLUMN back_to text,
  ADD COLUMN back_direct boolean NOT NULL DEFAULT false,
  ADD COLUMN opened_at timestamptz,
  ADD COLUMN read_at timestamptz,
  ADD COLUMN read_by uuid REFERENCES person;

UPDATE review_step s SET
  step_key = 'step_' || s.ordinal, stage = s.ordinal, lane = 'step_' || s.ordinal,
  unit_id = (SELECT a.unit_id FROM draft d JOIN assignment a ON a.id = d.assignment_id WHERE d.id = s.draft_id);

ALTER TABLE review_step
  ALTER COLUMN step_key SET NOT NULL,
  ALTER COLUMN stage SET NOT NULL,
  ALTER COLUMN lane SET NOT NULL,
  ALTER COLUMN unit_id SET NOT NULL,
  DROP CONSTRAINT review_step_draft_id_round_ordinal_key,
  ADD CONSTRAINT review_step_order_key UNIQUE (draft_id, round, ordinal) DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT review_step_key_key UNIQUE (draft_id, round, step_key);

CREATE TABLE review_round (
  draft_id uuid NOT NULL REFERENCES draft,
  round integer NOT NULL,
  route text NOT NULL,
  route_name text NOT NULL,
  -- why this route: 因涉及资金，走“涉及资金项目”流程。
  reason text NOT NULL,
  begun_by text NOT NULL CHECK (begun_by IN ('drafter', 'step')),
  begun_at timestamptz NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  digest text NOT NULL,
  PRIMARY KEY (draft_id, round)
);

-- The letter as it stood when somebody sent it on or decided on it: what a redline compares with.
CREATE TABLE draft_snapshot (
  draft_id uuid NOT NULL REFERENCES draft,
  digest text NOT NULL,
  model jsonb NOT NULL,
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (draft_id, digest)
);

-- 常用语: one list for each person, and one shared by each unit.
CREATE TABLE phrase_list (
  owner_id uuid PRIMARY KEY,
  shelf text NOT NULL CHECK (shelf IN ('mine', 'unit')),
  texts jsonb NOT NULL,
  version integer NOT NULL
);
