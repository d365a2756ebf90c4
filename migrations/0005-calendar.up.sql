-- The working calendar: the State Council's yearly notices, and over them the days on which a place differs.
CREATE TABLE calendar_year (
  year integer PRIMARY KEY,
  published boolean NOT NULL,
  source text NOT NULL,
  published_at timestamptz NOT NULL,
  -- null: shipped with the program
  published_by uuid REFERENCES person
);

CREATE TABLE calendar_day (
  date date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('holiday', 'make_up', 'local')),
  working boolean NOT NULL,
  why text NOT NULL,
  -- the notice it comes from; a place's own day comes from none
  year integer REFERENCES calendar_year,
  set_at timestamptz NOT NULL,
  set_by uuid REFERENCES person,
  PRIMARY KEY (date, kind),
  CHECK ((kind = 'local') = (year IS NULL))
);
CREATE UNIQUE INDEX calendar_day_notice_idx ON calendar_day (date) WHERE kind <> 'local';

-- Whoever keeps the calendar in memory compares this. A sequence's value is never used twice, not even after a rollback.
CREATE SEQUENCE calendar_revision_seq AS integer;
CREATE TABLE calendar_state (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  revision integer NOT NULL
);
INSERT INTO calendar_state VALUES (true, 0);

CREATE FUNCTION calendar_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE calendar_state SET revision = nextval('calendar_revision_seq');
  RETURN NULL;
END $$;
CREATE TRIGGER calendar_year_changed AFTER INSERT OR UPDATE OR DELETE ON calendar_year
  FOR EACH STATEMENT EXECUTE FUNCTION calendar_changed();
CREATE TRIGGER calendar_day_changed AFTER INSERT OR UPDATE OR DELETE ON calendar_day
  FOR EACH STATEMENT EXECUTE FUNCTION calendar_changed();

-- A deadline keeps all that its day was found from, so that it can be found again.
ALTER TABLE deadline
  ADD COLUMN basis jsonb,
  ADD COLUMN is_window boolean NOT NULL DEFAULT false,
  ADD COLUMN profile_version integer,
  -- the profile version whose rule it is to take over, once an administrator has said so
  ADD COLUMN rules_wanted integer,
  ADD COLUMN calendar_revision integer NOT NULL DEFAULT 0,
  ADD COLUMN pauses jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN extension jsonb,
  ADD COLUMN derivation jsonb;
-- Those that run already keep their day: their rule is the day itself.
UPDATE deadline d SET
  profile_version = (SELECT profile_version FROM proposal p WHERE p.id = d.proposal_id),
  basis = jsonb_build_object(
    'key', clock, 'name', CASE clock WHEN 'opinion' THEN '会办意见' ELSE '答复提案者' END,
    'rule', jsonb_build_object('unit', 'date', 'date', due_on, 'roll', false), 'extensionCap', NULL, 'source', '',
    'remind', jsonb_build_object('workdaysBefore', '[10, 5, 3, 1, 0]'::jsonb, 'at', '09:00'), 'chase', true),
  derivation = jsonb_build_object('days', '[]'::jsonb, 'pauses', '[]'::jsonb, 'rolledFrom', NULL, 'extendedFrom', NULL);
ALTER TABLE deadline
  ALTER COLUMN basis SET NOT NULL,
  ALTER COLUMN profile_version SET NOT NULL,
  ALTER COLUMN derivation SET NOT NULL;
-- What the recomputation looks for: running, and found by another state of the calendar, or to take over another rule.
CREATE INDEX deadline_calendar_idx ON deadline (calendar_revision) WHERE state = 'running';
CREATE INDEX deadline_rules_wanted_idx ON deadline (proposal_id) WHERE rules_wanted IS NOT NULL;

-- 延期: asked for with reasons before the due day, decided by the coordinator, told to the proposer.
CREATE TABLE extension (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  deadline_id uuid NOT NULL REFERENCES deadline,
  assignment_id uuid NOT NULL REFERENCES assignment,
  state text NOT NULL,
  rule jsonb NOT NULL,
  reason text NOT NULL,
  due_before date NOT NULL,
  due_wanted date NOT NULL,
  requested_on date NOT NULL,
  requested_at timestamptz NOT NULL,
  requested_by uuid NOT NULL REFERENCES person,
  decided_at timestamptz,
  decided_by uuid REFERENCES person,
  decision text,
  told_on date,
  told_how text,
  told_at timestamptz,
  told_by uuid REFERENCES person
);
CREATE INDEX extension_proposal_idx ON extension (proposal_id);
CREATE UNIQUE INDEX extension_open_idx ON extension (deadline_id) WHERE state = 'requested';
