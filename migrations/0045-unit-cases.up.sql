-- Which cases each unit knows of, newest first: those it handles or handled, and those whose letter it got a copy of. The ledger of a unit
-- is read from here, so that its first page costs the same however large its archive has grown.
CREATE TABLE unit_case (
  unit_id uuid NOT NULL REFERENCES unit,
  proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
  registered_at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, proposal_id)
);
CREATE INDEX unit_case_newest_idx ON unit_case (unit_id, registered_at DESC, proposal_id);

-- Kept by the database: units come to a case by more than one door (hand-over, later joining, copies). Who has known of a case knows of it for good.
CREATE FUNCTION unit_case_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unit_case (unit_id, proposal_id, registered_at)
    SELECT DISTINCT a.unit_id, a.proposal_id, p.registered_at FROM added a JOIN proposal p ON p.id = a.proposal_id WHERE a.unit_id IS NOT NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER unit_case_added AFTER INSERT ON assignment
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION unit_case_added();
CREATE TRIGGER unit_case_added AFTER INSERT ON delivery
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION unit_case_added();

INSERT INTO unit_case (unit_id, proposal_id, registered_at)
  SELECT DISTINCT known.unit_id, p.id, p.registered_at
  FROM (SELECT unit_id, proposal_id FROM assignment UNION SELECT unit_id, proposal_id FROM delivery WHERE unit_id IS NOT NULL) known
  JOIN proposal p ON p.id = known.proposal_id;
