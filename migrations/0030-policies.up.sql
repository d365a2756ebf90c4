-- 政策文件: who is responsible for what, as it was read when the document was imported; a title is current once.
CREATE TABLE policy (
  id uuid PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('current', 'replaced', 'withdrawn')),
  kind text NOT NULL CHECK (kind IN ('taskTable', 'actionPlan', 'draftingNote')),
  title text NOT NULL,
  reading jsonb NOT NULL,
  file_id uuid NOT NULL REFERENCES blob (id),
  imported_at timestamptz NOT NULL,
  imported_by uuid NOT NULL REFERENCES person (id),
  replaced_by_id uuid REFERENCES policy (id),
  ended_at timestamptz,
  reason text,
  CHECK ((state = 'current') = (ended_at IS NULL)),
  CHECK ((state = 'replaced') = (replaced_by_id IS NOT NULL))
);
CREATE UNIQUE INDEX policy_current_title ON policy (title) WHERE state = 'current';
CREATE INDEX policy_file_idx ON policy (file_id);
