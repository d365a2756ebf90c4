-- A notice is the one thing a person is told by. Here is how it also leaves the house, and who chose what.

ALTER TABLE person ADD COLUMN mail text;

-- What a person wants of one kind of notice outside the inbox; no row: the kind's own default.
CREATE TABLE notice_choice (
  person_id uuid NOT NULL REFERENCES person,
  kind text NOT NULL,
  channels text[] NOT NULL,
  PRIMARY KEY (person_id, kind)
);

-- A unit's robot or program. A removed one stays, since dispatches name it.
CREATE TABLE webhook (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  name text NOT NULL,
  format text NOT NULL,
  url text NOT NULL,
  secret text,
  kinds text[] NOT NULL,
  created_at timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE INDEX webhook_unit_idx ON webhook (unit_id) WHERE removed_at IS NULL;

-- One notice on its way through one channel to one address. `sending` is left by an answer or, after a crash, as `unknown`.
CREATE TABLE notice_dispatch (
  id uuid PRIMARY KEY,
  notice_id bigint NOT NULL REFERENCES notice,
  channel text NOT NULL,
  address text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'unknown', 'dead')),
  attempt integer NOT NULL,
  attempts_left integer NOT NULL,
  next_at timestamptz NOT NULL,
  idempotency_key text NOT NULL UNIQUE,
  provider_id text,
  error text,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  UNIQUE (notice_id, channel, address)
);
CREATE INDEX notice_dispatch_waiting_idx ON notice_dispatch (next_at) WHERE state = 'waiting';
CREATE INDEX notice_dispatch_open_idx ON notice_dispatch (state) WHERE state IN ('sending', 'unknown', 'dead');

CREATE TABLE dispatch_attempt (
  dispatch_id uuid NOT NULL REFERENCES notice_dispatch,
  attempt integer NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  outcome text,
  error text,
  provider_id text,
  PRIMARY KEY (dispatch_id, attempt)
);

-- The secret address of a person's calendar: derived from the nonce and a key outside the database, which keeps only its digest.
CREATE TABLE calendar_feed (
  person_id uuid PRIMARY KEY REFERENCES person,
  nonce uuid NOT NULL,
  token_digest text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL
);
