-- The one schema that everybody may read, and what stands in it beside the views of layers.
-- Schema sip is for the platform itself.
CREATE SCHEMA IF NOT EXISTS pub;
CREATE SCHEMA IF NOT EXISTS sip;
-- What staff read of layers that have personal columns.
CREATE SCHEMA IF NOT EXISTS staff;
GRANT USAGE ON SCHEMA pub TO sip_public;
GRANT USAGE ON SCHEMA sip, staff TO sip_viewer;

-- What a constraint calls for a row that it does not let in: QGIS, psql and services alike show the
-- rule's own sentence, in English to those who SET sip.language = 'en'.
CREATE OR REPLACE FUNCTION sip.refuse(rule text, pl text, en text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RAISE check_violation USING
        CONSTRAINT = rule,
        MESSAGE = CASE current_setting('sip.language', true) WHEN 'en' THEN en ELSE pl END,
        HINT = rule;
END
$$;

CREATE TABLE IF NOT EXISTS pub.code (
    list text NOT NULL,
    code text NOT NULL,
    position integer NOT NULL,
    title_pl text NOT NULL,
    title_en text NOT NULL,
    uri text NOT NULL,
    valid_from date,
    valid_to date,
    PRIMARY KEY (list, code)
);

CREATE TABLE IF NOT EXISTS sip.layer_state (
    layer text PRIMARY KEY,
    rows bigint NOT NULL,
    west double precision,
    south double precision,
    east double precision,
    north double precision,
    time_from timestamptz,
    time_to timestamptz,
    changed timestamptz NOT NULL
);
-- PostgreSQL's own count of writes when rows were counted last: edits in QGIS show by it.
ALTER TABLE sip.layer_state ADD COLUMN IF NOT EXISTS writes bigint NOT NULL DEFAULT 0;
-- Since when the history of a register is at hand, where its old part was moved to files.
ALTER TABLE sip.layer_state ADD COLUMN IF NOT EXISTS known_since timestamptz;

CREATE OR REPLACE FUNCTION sip.writes(schema text, name text) RETURNS bigint
LANGUAGE sql STABLE
RETURN (
    SELECT pg_stat_get_tuples_inserted(c.oid) + pg_stat_get_tuples_updated(c.oid)
        + pg_stat_get_tuples_deleted(c.oid)
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = schema AND c.relname = name
);

-- One row for each import that was committed: a client that was cut off asks here what became of
-- it, and a folder that was loaded before is not loaded again.
CREATE TABLE IF NOT EXISTS sip.import (
    token uuid NOT NULL,
    layer text NOT NULL,
    file text NOT NULL,
    digest text NOT NULL,
    rows bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (token, layer)
);

-- How many rows an internal register has is nobody's business.
CREATE OR REPLACE VIEW pub.layer_state AS
SELECT layer, rows, west, south, east, north, time_from, time_to, changed, known_since
FROM sip.layer_state
WHERE layer IN (SELECT relname FROM pg_class WHERE relnamespace = 'pub'::regnamespace);

-- The same for staff: of each register that the asker may read.
CREATE OR REPLACE VIEW staff.layer_state AS
SELECT layer, rows, west, south, east, north, time_from, time_to, changed, known_since
FROM sip.layer_state
WHERE layer IN (
    SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE obj_description(n.oid, 'pg_namespace') LIKE 'SIP theme%'
        AND c.relkind IN ('r', 'm') AND has_any_column_privilege(c.oid, 'SELECT')
);
GRANT SELECT ON pub.code, pub.layer_state TO sip_public;
GRANT SELECT ON staff.layer_state TO sip_viewer;

-- Which gminas somebody works for, by role; who stands here not at all works for all of them.
CREATE TABLE IF NOT EXISTS sip.person_gmina (
    role text NOT NULL,
    gmina text NOT NULL CHECK (gmina ~ '^[0-9]{7}$'),
    PRIMARY KEY (role, gmina)
);

-- The person at work: a role taken on (SET ROLE), else the login. Reading personal data or not
-- makes nobody somebody else.
CREATE OR REPLACE FUNCTION sip.who() RETURNS text
LANGUAGE sql STABLE
RETURN regexp_replace(
    coalesce(nullif(current_setting('role', true), 'none'), session_user::text), '\.personal$', ''
);

-- The gminas of the person at work; NULL where they may change rows of all. Policies ask.
CREATE OR REPLACE FUNCTION sip.my_gminas() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (SELECT array_agg(gmina) FROM sip.person_gmina WHERE role = sip.who());
