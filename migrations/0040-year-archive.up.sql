-- A whole year comes back from an archive row by row, in batches: a row may point at one that comes a moment later. Whoever does not ask for it
-- (SET CONSTRAINTS) is checked at once, as before.
ALTER TABLE draft ALTER CONSTRAINT draft_corrects_id_fkey DEFERRABLE;
ALTER TABLE letter ALTER CONSTRAINT letter_follows_id_fkey DEFERRABLE;
ALTER TABLE letter ALTER CONSTRAINT letter_replaces_id_fkey DEFERRABLE;
ALTER TABLE proposal ALTER CONSTRAINT proposal_merged_into_id_fkey DEFERRABLE;
ALTER TABLE review_step ALTER CONSTRAINT review_step_kept_from_fkey DEFERRABLE;
ALTER TABLE suggestion ALTER CONSTRAINT suggestion_origin_id_fkey DEFERRABLE;

-- What the audit log of another installation had of the cases that were imported. A record: the chain of this house's own log goes on without it.
CREATE TABLE archived_audit (
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  object text NOT NULL,
  detail jsonb NOT NULL,
  prev bytea NOT NULL,
  hash bytea PRIMARY KEY
);
