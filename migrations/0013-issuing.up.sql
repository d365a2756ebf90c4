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

-- 撤回 and 更正: an issued letter can be withdrawn (its number stays void) and written anew, or corrected by a letter of its own.
ALTER TABLE draft
  ADD COLUMN kind text NOT NULL DEFAULT 'reply',
  ADD COLUMN corrects_id uuid REFERENCES letter,
  ADD COLUMN correction jsonb,
  ADD CHECK ((kind = 'correction') = (corrects_id IS NOT NULL AND correction IS NOT NULL));
ALTER TABLE draft DROP CONSTRAINT draft_assignment_id_key;
CREATE UNIQUE INDEX draft_reply_key ON draft (assignment_id) WHERE kind = 'reply';
CREATE UNIQUE INDEX draft_correction_key ON draft (corrects_id) WHERE kind = 'correction' AND state <> 'issued';

ALTER TABLE letter
  ADD COLUMN withdrawal jsonb,
  ADD COLUMN replaces_id uuid REFERENCES letter,
  ADD COLUMN seal_required boolean NOT NULL DEFAULT false;
ALTER TABLE letter DROP CONSTRAINT letter_draft_id_key;
CREATE UNIQUE INDEX letter_standing_key ON letter (draft_id) WHERE state <> 'withdrawn';

-- 用印登记
CREATE TABLE seal_use (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  letter_id uuid NOT NULL REFERENCES letter,
  seal text NOT NULL,
  copies integer NOT NULL,
  note text,
  scan_file_id uuid REFERENCES blob,
  used_at timestamptz NOT NULL,
  used_by uuid NOT NULL REFERENCES person
);
CREATE INDEX seal_use_letter_idx ON seal_use (letter_id);

ALTER TABLE delivery ADD COLUMN means text, ADD COLUMN tracking text, ADD COLUMN receipt_file_id uuid REFERENCES blob;
