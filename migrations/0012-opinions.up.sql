-- An opinion says who signed for it, whether it may be published, what it rests on and who answers for its promises.

ALTER TABLE opinion_version
  ADD COLUMN signer_name text,
  ADD COLUMN signer_duty text,
  ADD COLUMN publication text NOT NULL DEFAULT 'active',
  -- given after the day its clock was due
  ADD COLUMN late boolean NOT NULL DEFAULT false,
  -- system: the unit itself; link: by its outside link, then nobody here has submitted it; paper: entered on its behalf
  ADD COLUMN via text NOT NULL DEFAULT 'system',
  ALTER COLUMN submitted_by DROP NOT NULL,
  ADD CHECK ((submitted_by IS NULL) = (via = 'link'));
ALTER TABLE opinion_version ALTER COLUMN publication DROP DEFAULT, ALTER COLUMN via DROP DEFAULT;
UPDATE opinion_version v SET late = true
  FROM opinion o JOIN deadline d ON d.subject_id = o.assignment_id AND d.clock = 'opinion'
  WHERE o.id = v.opinion_id AND (v.submitted_at AT TIME ZONE 'Asia/Shanghai')::date > d.due_on;

-- [{name, value, scope, asOf, source}]
ALTER TABLE opinion_item ADD COLUMN facts jsonb NOT NULL DEFAULT '[]';
UPDATE opinion_item SET commitments = (
  SELECT coalesce(jsonb_agg(each || '{"owner": null}'), '[]') FROM jsonb_array_elements(commitments) each
);

-- Files given with a version: its giver's uploads.
CREATE TABLE opinion_attachment (
  opinion_version_id uuid NOT NULL REFERENCES opinion_version,
  ordinal integer NOT NULL,
  file_id uuid NOT NULL REFERENCES blob,
  -- the scan of a paper opinion
  scan boolean NOT NULL DEFAULT false,
  PRIMARY KEY (opinion_version_id, ordinal)
);
CREATE INDEX opinion_attachment_file_idx ON opinion_attachment (file_id);

-- A link for one purpose to somebody without an account: it ends by itself, and by hand. Only the digest of its token is kept.
CREATE TABLE outside_link (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  assignment_id uuid NOT NULL REFERENCES assignment,
  purpose text NOT NULL,
  state text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  reason text NOT NULL,
  expires_on date NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL REFERENCES person,
  revoke_reason text,
  -- how often it was knocked at since the window began
  window_from timestamptz,
  hits integer NOT NULL DEFAULT 0
);
CREATE INDEX outside_link_proposal_idx ON outside_link (proposal_id);
-- One link at a time for one thing.
CREATE UNIQUE INDEX outside_link_live_key ON outside_link (assignment_id, purpose) WHERE state = 'live';
