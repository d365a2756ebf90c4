-- A desk stays as quick as it is however large the archive behind it grows: what is open is found without looking at what is done.

-- Whether anybody has a duty on it that has not ended. Read off the assignments, kept by the trigger below: what nobody handles cannot be
-- found by an index otherwise.
ALTER TABLE proposal ADD COLUMN handled boolean NOT NULL DEFAULT false;

CREATE FUNCTION proposal_handled() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_case uuid := coalesce(NEW.proposal_id, OLD.proposal_id);
  now_handled boolean := EXISTS (
    SELECT 1 FROM assignment WHERE proposal_id = of_case AND state NOT IN ('returned', 'removed', 'recalled', 'withdrawn')
  );
BEGIN
  UPDATE proposal SET handled = now_handled WHERE id = of_case AND handled <> now_handled;
  RETURN NULL;
END $$;
CREATE TRIGGER proposal_handled AFTER INSERT OR DELETE OR UPDATE OF state ON assignment FOR EACH ROW EXECUTE FUNCTION proposal_handled();
UPDATE proposal p SET handled = true WHERE EXISTS (
  SELECT 1 FROM assignment a WHERE a.proposal_id = p.id AND a.state NOT IN ('returned', 'removed', 'recalled', 'withdrawn')
);

CREATE INDEX proposal_waiting_idx ON proposal (id) WHERE NOT handled AND withdrawn_at IS NULL;
CREATE INDEX assignment_open_idx ON assignment (proposal_id)
  WHERE state NOT IN ('finished', 'returned', 'removed', 'recalled', 'withdrawn');
CREATE INDEX delivery_sent_idx ON delivery (unit_id) WHERE state = 'sent';
-- The ledger's order, so that a page of it is read and no more.
DROP INDEX proposal_registered_idx;
CREATE INDEX proposal_registered_idx ON proposal (registered_at DESC, id);
