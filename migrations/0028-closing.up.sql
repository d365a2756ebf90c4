-- 结案: once what the place asks for is there; opened again with a reason.
ALTER TABLE proposal
  ADD COLUMN closed_on date,
  ADD COLUMN closed_by uuid REFERENCES person,
  -- when the archive package was last made
  ADD COLUMN archived_on date,
  ADD CHECK ((closed_on IS NULL) = (closed_by IS NULL));
