-- 委托代办: some of a person's own duties, with a colleague of the same unit for some days, both included.
CREATE TABLE delegation (
  id uuid PRIMARY KEY,
  from_person uuid NOT NULL REFERENCES person,
  to_person uuid NOT NULL REFERENCES person,
  duties text[] NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  reason text NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CHECK (from_person <> to_person),
  CHECK (from_on <= until_on),
  CHECK (cardinality(duties) > 0),
  CHECK (NOT duties && ARRAY['system_admin', 'security_admin', 'audit_admin'])
);
CREATE INDEX delegation_from_idx ON delegation (from_person) WHERE revoked_at IS NULL;
CREATE INDEX delegation_to_idx ON delegation (to_person) WHERE revoked_at IS NULL;
