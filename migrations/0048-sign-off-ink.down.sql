ALTER TABLE review_step DROP COLUMN ink_id;
DROP TABLE sign_off_ink;
DROP FUNCTION sign_off_ink_kept;
