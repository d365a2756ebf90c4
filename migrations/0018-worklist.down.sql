DROP INDEX proposal_registered_idx;
CREATE INDEX proposal_registered_idx ON proposal (registered_at);
DROP INDEX delivery_sent_idx, assignment_open_idx, proposal_waiting_idx;
DROP TRIGGER proposal_handled ON assignment;
DROP FUNCTION proposal_handled;
ALTER TABLE proposal DROP COLUMN handled;
