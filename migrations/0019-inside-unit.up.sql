-- 单位内部: what a unit's opinion passes before it leaves the unit, and what other sections of the unit contribute.

-- [{name, duty}], as the place had it when the opinion was asked for
ALTER TABLE opinion ADD COLUMN route jsonb NOT NULL DEFAULT '[]';

-- An opinion on its way through its own unit; it becomes a version when the last step lets it out.
CREATE TABLE opinion_proposal (
  opinion_id uuid PRIMARY KEY REFERENCES opinion,
  content jsonb NOT NULL,
  -- the steps that have let it pass: [{name, personId, person, at, words}]
  endorsements jsonb NOT NULL DEFAULT '[]',
  refusal text,
  proposed_at timestamptz NOT NULL,
  proposed_by uuid NOT NULL REFERENCES person
);

CREATE TABLE contribution (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  assignment_id uuid NOT NULL REFERENCES assignment,
  office_id uuid NOT NULL REFERENCES office,
  state text NOT NULL,
  question text NOT NULL,
  due_on date,
  asked_at timestamptz NOT NULL,
  asked_by uuid NOT NULL REFERENCES person,
  body text,
  given_at timestamptz,
  given_by uuid REFERENCES person
);
CREATE INDEX contribution_proposal_idx ON contribution (proposal_id);
