-- Old history that was moved out to files. A version is away where it ended by the day of a layer's
-- newest such file and another one of its row follows; seals go on to tell what it was, and the
-- seal of the move tells the digest of the file.
CREATE TABLE IF NOT EXISTS sip.away (
    seal bigint PRIMARY KEY,
    layer text NOT NULL,
    before timestamptz NOT NULL,
    versions bigint NOT NULL,
    file text NOT NULL,
    sha256 text NOT NULL,
    returned bigint
);
COMMENT ON TABLE sip.away IS 'Versions of rows that were moved out to a file.';
COMMENT ON COLUMN sip.away.seal IS 'Number of the seal whose reason tells of the move.';
COMMENT ON COLUMN sip.away.returned IS 'Number of the seal whose reason tells that they are back.';
GRANT SELECT ON sip.away TO sip_viewer;

-- The instant from which on the history of a layer is whole; NULL where it is from its beginning.
CREATE OR REPLACE FUNCTION sip.horizon(one text) RETURNS timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT max(a.before) FROM sip.away AS a WHERE a.layer = one AND a.returned IS NULL);
END
$$;

-- Refuse to tell what was known before the history begins: SIP04, for half a past would be a wrong
-- one. DETAIL is JSON (layer, since).
CREATE OR REPLACE FUNCTION sip.reaches(one text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    since timestamptz := (
        SELECT max(a.before) FROM sip.away AS a WHERE a.layer = one AND a.returned IS NULL
    );
BEGIN
    IF at < since THEN
        RAISE EXCEPTION USING
            ERRCODE = 'SIP04',
            MESSAGE = format(
                CASE current_setting('sip.language', true)
                    WHEN 'en' THEN 'What was known of "%s" before %s is in the archive.'
                    ELSE 'Stan „%s” sprzed %s jest w archiwum.' END,
                one, to_char(since, 'YYYY-MM-DD HH24:MI:SS TZ')
            ),
            DETAIL = jsonb_build_object('layer', one, 'since', since)::text,
            HINT = 'sip history unarchive';
    END IF;
    RETURN true;
END
$$;

-- What is told of a move; the reason of its seal ends in it.
CREATE OR REPLACE FUNCTION sip.told(sip.away) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
RETURN format(
    '%s versions that ended by %s, SHA-256 %s', ($1).versions,
    to_char(($1).before AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ($1).sha256
);

-- What was sealed last of each change set in a layer.
CREATE OR REPLACE FUNCTION sip.sealed_last(one text)
RETURNS TABLE (changeset bigint, made bytea, ended bytea)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT DISTINCT ON (s.changeset) s.changeset, s.made, s.ended
    FROM sip.sealed AS s WHERE s.layer = one ORDER BY s.changeset, s.seal DESC
$$;

-- What was sealed of the versions of a layer that are away, by change set.
CREATE OR REPLACE FUNCTION sip.sealed_away(one text)
RETURNS TABLE (changeset bigint, made bytea, ended bytea)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH made AS MATERIALIZED (
        SELECT s.changeset, m.* FROM sip.sealed_last(one) AS s, sip.unpacked(s.made, 32) AS m
    ), away AS MATERIALIZED (
        SELECT s.changeset, e.*
        FROM sip.sealed_last(one) AS s, sip.unpacked(s.ended, 24) AS e
        JOIN (
            SELECT id, max(row_version) AS row_version FROM made GROUP BY id
        ) AS newest USING (id)
        WHERE e.value <= timestamptz_send(sip.horizon(one))
            AND e.row_version < newest.row_version
    ), parts AS (
        SELECT m.changeset, m.id, m.row_version, m.value AS made, ''::bytea AS ended
        FROM made AS m JOIN away USING (id, row_version)
        UNION ALL
        SELECT changeset, id, row_version, ''::bytea, value FROM away
    )
    SELECT p.changeset,
        coalesce(string_agg(int8send(p.id) || int8send(p.row_version) || p.made, ''
            ORDER BY p.id, p.row_version) FILTER (WHERE p.made <> ''), ''),
        coalesce(string_agg(int8send(p.id) || int8send(p.row_version) || p.ended, ''
            ORDER BY p.id, p.row_version) FILTER (WHERE p.ended <> ''), '')
    FROM parts AS p GROUP BY p.changeset
$$;

-- The rows of two packs as one; what is in both of them once.
CREATE OR REPLACE FUNCTION sip.both(one bytea, other bytea, width integer) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN coalesce(one, '') = '' THEN coalesce(other, '')
        WHEN coalesce(other, '') = '' THEN one
        ELSE (
            SELECT string_agg(row, '' ORDER BY row) FROM (
                SELECT int8send(u.id) || int8send(u.row_version) || u.value
                FROM sip.unpacked(one, width) AS u
                UNION
                SELECT int8send(u.id) || int8send(u.row_version) || u.value
                FROM sip.unpacked(other, width) AS u
            ) AS rows (row)
        ) END
$$;

-- A change set of which versions are away cannot be taken back.
CREATE OR REPLACE FUNCTION sip.demand_at_hand(one bigint) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sip.reaches(t.layer, c.at - interval '1 microsecond')
    FROM sip.change AS t JOIN sip.changeset AS c ON c.id = t.changeset WHERE c.id = one;
END
$$;
REVOKE EXECUTE ON FUNCTION sip.sealed_last, sip.sealed_away FROM PUBLIC;
