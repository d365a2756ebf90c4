-- Units (单位) with every name they go by, their offices (科室), people and what each may do.

CREATE TABLE unit (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL UNIQUE,
  short_name text NOT NULL UNIQUE,
  active boolean NOT NULL DEFAULT true
);

CREATE TABLE unit_alias (
  alias text PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit
);
CREATE INDEX unit_alias_unit_idx ON unit_alias (unit_id);

CREATE TABLE office (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  name text NOT NULL,
  UNIQUE (unit_id, name)
);

CREATE TABLE person (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  office_id uuid REFERENCES office,
  name text NOT NULL,
  account text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  phone text,
  disabled_at timestamptz
);
CREATE INDEX person_unit_idx ON person (unit_id);

CREATE TABLE person_duty (
  person_id uuid NOT NULL REFERENCES person,
  duty text NOT NULL,
  PRIMARY KEY (person_id, duty)
);

-- 三权分立: an administrator of one kind holds no other duty at all.
CREATE FUNCTION person_duty_exclusive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM person WHERE id = NEW.person_id FOR UPDATE;
  IF EXISTS (
    SELECT 1 FROM person_duty d WHERE d.person_id = NEW.person_id AND d.duty <> NEW.duty
    AND (d.duty IN ('system_admin', 'security_admin', 'audit_admin') OR NEW.duty IN ('system_admin', 'security_admin', 'audit_admin'))
  ) THEN
    RAISE EXCEPTION 'administrator duties are exclusive' USING ERRCODE = '23514', CONSTRAINT = 'person_duty_exclusive';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_duty_exclusive BEFORE INSERT OR UPDATE ON person_duty FOR EACH ROW EXECUTE FUNCTION person_duty_exclusive();

CREATE TABLE login_session (
  token_hash text PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX login_session_person_idx ON login_session (person_id);

-- Wrong passwords by the account that was typed, whether or not there is one: a lock tells nobody which accounts exist.
CREATE TABLE login_failure (
  account text PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  locked_until timestamptz
);
