-- 手写签批: what a signer wrote by hand, as the strokes of the pen (path data of a fixed box), with its digest. It is never changed: an approval
-- that is taken back leaves it here and points at it no more.
CREATE TABLE sign_off_ink (
  id uuid PRIMARY KEY,
  proposal_id uuid NOT NULL REFERENCES proposal,
  draft_id uuid NOT NULL REFERENCES draft,
  drawn_by uuid NOT NULL REFERENCES person,
  drawn_at timestamptz NOT NULL,
  sha256 text NOT NULL,
  path text NOT NULL CHECK (length(path) <= 40000 AND path ~ '^[ML0-9 ]+$')
);
CREATE INDEX sign_off_ink_proposal_idx ON sign_off_ink (proposal_id);

CREATE FUNCTION sign_off_ink_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was written by hand on a sign-off is never changed';
END $$;
CREATE TRIGGER sign_off_ink_kept BEFORE UPDATE OR DELETE ON sign_off_ink FOR EACH ROW EXECUTE FUNCTION sign_off_ink_kept();

ALTER TABLE review_step ADD COLUMN ink_id uuid REFERENCES sign_off_ink;
