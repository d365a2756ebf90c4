DROP TABLE archived_audit;
ALTER TABLE suggestion ALTER CONSTRAINT suggestion_origin_id_fkey NOT DEFERRABLE;
ALTER TABLE review_step ALTER CONSTRAINT review_step_kept_from_fkey NOT DEFERRABLE;
ALTER TABLE proposal ALTER CONSTRAINT proposal_merged_into_id_fkey NOT DEFERRABLE;
ALTER TABLE letter ALTER CONSTRAINT letter_replaces_id_fkey NOT DEFERRABLE;
ALTER TABLE letter ALTER CONSTRAINT letter_follows_id_fkey NOT DEFERRABLE;
ALTER TABLE draft ALTER CONSTRAINT draft_corrects_id_fkey NOT DEFERRABLE;
