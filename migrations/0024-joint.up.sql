-- Everybody who proposed: the first named, those who proposed with them (联名), those who seconded (附议).
ALTER TABLE proposer ADD COLUMN role text NOT NULL DEFAULT 'joint';
UPDATE proposer SET role = 'first' WHERE ordinal = 1;

-- 并案: a leading proposal carries the handling of others, each of which is still answered by its number.
ALTER TABLE proposal
  ADD COLUMN merged_into_id uuid REFERENCES proposal,
  ADD COLUMN merged_at timestamptz,
  ADD COLUMN merged_by uuid REFERENCES person,
  ADD COLUMN merge_reason text,
  ADD CHECK ((merged_into_id IS NULL) = (merged_at IS NULL)),
  ADD CHECK (merged_into_id <> id);
CREATE INDEX proposal_merged_idx ON proposal (merged_into_id) WHERE merged_into_id IS NOT NULL;
-- What is merged waits for no hand-over of its own.
DROP INDEX proposal_waiting_idx;
CREATE INDEX proposal_waiting_idx ON proposal (id) WHERE NOT handled AND withdrawn_at IS NULL AND merged_into_id IS NULL;

-- A suggestion that the leading proposal answers for another one: where it stands there.
ALTER TABLE suggestion ADD COLUMN origin_id uuid REFERENCES suggestion;
CREATE INDEX suggestion_origin_idx ON suggestion (origin_id) WHERE origin_id IS NOT NULL;

-- Which proposal a letter answers, and which others with it (a common letter).
ALTER TABLE letter ADD COLUMN answers_id uuid REFERENCES proposal, ADD COLUMN also_answers uuid[] NOT NULL DEFAULT '{}';
UPDATE letter SET answers_id = proposal_id;
ALTER TABLE letter ALTER COLUMN answers_id SET NOT NULL;
DROP INDEX letter_standing_key;
CREATE UNIQUE INDEX letter_standing_key ON letter (draft_id, answers_id) WHERE state <> 'withdrawn';
CREATE INDEX letter_answers_idx ON letter (answers_id);
