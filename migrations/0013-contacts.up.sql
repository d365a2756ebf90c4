-- 沟通: who spoke with the proposer, when, how, what was said; the proposer may confirm or deny it on the personal link.
CREATE TABLE contact_record (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  assignment_id uuid NOT NULL REFERENCES assignment,
  way text NOT NULL,
  held_on date NOT NULL,
  place text,
  people text NOT NULL,
  proposer_ids uuid[] NOT NULL,
  said text NOT NULL,
  outcome text NOT NULL,
  file_id uuid REFERENCES blob,
  state text NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL REFERENCES person,
  answer text,
  answered_at timestamptz,
  answered_by text
);
CREATE INDEX contact_record_proposal_idx ON contact_record (proposal_id);
ALTER TABLE draft ADD COLUMN contact_required boolean NOT NULL DEFAULT false;
