-- 公开: a copy of the letter with private data masked, prepared by one person, let out by another; two gates besides: the letter's mark and
-- the proposers' consent.

CREATE TABLE publication (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  assignment_id uuid NOT NULL REFERENCES assignment,
  letter_id uuid NOT NULL REFERENCES letter,
  state text NOT NULL,
  title text NOT NULL,
  unit_name text NOT NULL,
  -- the copy, never the letter: what is masked in it is in no file made from it
  model jsonb NOT NULL,
  masked jsonb NOT NULL,
  text text NOT NULL,
  digest text NOT NULL,
  prepared_at timestamptz NOT NULL,
  prepared_by uuid NOT NULL REFERENCES person,
  reviewed_at timestamptz,
  reviewed_by uuid REFERENCES person,
  -- what the reviewer has looked for: {secrets, privacy, trade, copy}
  checked jsonb,
  published_on date,
  reason text,
  ended_at timestamptz
);
CREATE INDEX publication_proposal_idx ON publication (proposal_id);
CREATE UNIQUE INDEX publication_standing_key ON publication (letter_id) WHERE state IN ('prepared', 'published');

ALTER TABLE proposal ADD COLUMN consent_told jsonb;

-- The one way from a letter to the public: every gate stands here, and nothing public reads another table.
CREATE VIEW published_letter AS
  SELECT p.id, p.title, p.unit_name, p.model, p.text, p.digest, p.published_on, l.document_number, l.date, l.outcome_class
  FROM publication p
  JOIN letter l ON l.id = p.letter_id
  JOIN draft d ON d.id = l.draft_id
  WHERE p.state = 'published' AND l.state = 'delivered' AND d.publication = 'active'
    AND NOT EXISTS (SELECT 1 FROM proposal q
      WHERE (q.id = l.answers_id OR q.id = ANY (l.also_answers)) AND (NOT q.consent_to_publish OR q.withdrawn_on IS NOT NULL));
