-- What every command leaves behind: outbox, audit, files, and the place profile a case pins.

CREATE TABLE place_profile (
  place text NOT NULL,
  version integer NOT NULL,
  digest text NOT NULL,
  files jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (place, version)
);

CREATE TABLE blob (
  id uuid PRIMARY KEY,
  sha256 text NOT NULL,
  size integer NOT NULL,
  mime text NOT NULL,
  file_name text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid
);
CREATE INDEX blob_sha256_idx ON blob (sha256);

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  dispatched_at timestamptz
);
CREATE INDEX outbox_waiting_idx ON outbox (id) WHERE dispatched_at IS NULL;

-- The audit log: a hash chain that only audit_append() can extend.
CREATE TABLE audit_log (
  seq bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  object text NOT NULL,
  detail jsonb NOT NULL,
  prev bytea NOT NULL,
  hash bytea NOT NULL
);
CREATE TABLE audit_head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq bigint NOT NULL,
  hash bytea NOT NULL
);
INSERT INTO audit_head VALUES (true, 0, '\x00');

CREATE FUNCTION audit_canon(s bigint, at timestamptz, actor text, action text, object text, detail jsonb, prev bytea)
RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT convert_to(jsonb_build_array(s, extract(epoch FROM at), actor, action, object, detail, encode(prev, 'hex'))::text, 'UTF8')
$$;

CREATE FUNCTION audit_append(p_actor text, p_action text, p_object text, p_detail jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head audit_head;
  next_seq bigint;
  at timestamptz := clock_timestamp();
  next_hash bytea;
BEGIN
  SELECT * INTO head FROM audit_head FOR UPDATE;
  next_seq := head.seq + 1;
  next_hash := sha256(audit_canon(next_seq, at, p_actor, p_action, p_object, p_detail, head.hash));
  INSERT INTO audit_log VALUES (next_seq, at, p_actor, p_action, p_object, p_detail, head.hash, next_hash);
  UPDATE audit_head SET seq = next_seq, hash = next_hash;
  RETURN next_seq;
END $$;

-- The first entry that does not follow from the one before it, or null; and whether the last one, with its digest, is the one the head knows:
-- nothing follows it that would tell.
CREATE FUNCTION audit_verify(OUT first_bad bigint, OUT entries bigint) LANGUAGE sql AS $$
  WITH chain AS (
    SELECT *, lag(hash, 1, '\x00') OVER (ORDER BY seq) AS expected_prev, row_number() OVER (ORDER BY seq) AS expected_seq FROM audit_log
  ), broken AS (
    SELECT min(seq) AS seq FROM chain
    WHERE prev <> expected_prev OR seq <> expected_seq OR hash <> sha256(audit_canon(seq, at, actor, action, object, detail, prev))
  ), tail AS (
    SELECT coalesce(max(seq), 0) AS last, (SELECT hash FROM audit_log ORDER BY seq DESC LIMIT 1) AS hash FROM audit_log
  )
  SELECT coalesce(broken.seq, CASE
           WHEN tail.last <> audit_head.seq THEN least(tail.last, audit_head.seq) + 1
           WHEN tail.hash <> audit_head.hash THEN tail.last
         END),
         (SELECT count(*) FROM audit_log)
  FROM broken, tail, audit_head
$$;

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append only' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER audit_log_no_change BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
