DROP TABLE return_statement, return_request, target_date;
DROP FUNCTION return_statement_kept();
DROP INDEX assignment_live_unit_key, assignment_proposal_idx;
ALTER TABLE assignment
  DROP COLUMN handed_over_by,
  DROP COLUMN return_reopened_at,
  DROP COLUMN ended_at,
  DROP COLUMN end_reason,
  ADD CONSTRAINT assignment_proposal_id_unit_id_key UNIQUE (proposal_id, unit_id);
ALTER TABLE proposal
  DROP COLUMN supervisor_id,
  DROP COLUMN supervisor_name,
  DROP COLUMN withdrawn_at,
  DROP COLUMN withdrawn_by,
  DROP COLUMN withdrawn_on,
  DROP COLUMN withdrawal_reason;
