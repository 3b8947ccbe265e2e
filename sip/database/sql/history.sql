-- What every register keeps of its past. Tables and views of single layers are made by the
-- migration; history.attend() ties a table to what stands here. Readers get no right to write.
CREATE SCHEMA IF NOT EXISTS history;
CREATE SCHEMA IF NOT EXISTS past;
CREATE SCHEMA IF NOT EXISTS past_pub;
CREATE SCHEMA IF NOT EXISTS versions;
CREATE SCHEMA IF NOT EXISTS versions_pub;
CREATE SCHEMA IF NOT EXISTS changes;
CREATE SCHEMA IF NOT EXISTS changes_pub;
GRANT USAGE ON SCHEMA history, past, versions, changes TO sip_viewer;
GRANT USAGE ON SCHEMA past_pub, versions_pub, changes_pub TO sip_public;

-- One transaction that changed rows.
CREATE TABLE IF NOT EXISTS sip.changeset (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    who text NOT NULL,
    application text NOT NULL,
    comment text NOT NULL,
    transaction xid8 NOT NULL
);
CREATE INDEX IF NOT EXISTS changeset_transaction_idx ON sip.changeset (transaction);
CREATE INDEX IF NOT EXISTS changeset_at_idx ON sip.changeset (at);

-- How many versions of rows it made and ended, by layer; counted at its commit.
CREATE TABLE IF NOT EXISTS sip.change (
    changeset bigint NOT NULL,
    layer text NOT NULL,
    made bigint NOT NULL,
    ended bigint NOT NULL,
    PRIMARY KEY (changeset, layer)
);
CREATE INDEX IF NOT EXISTS change_layer_idx ON sip.change (layer, changeset);
GRANT SELECT ON sip.changeset, sip.change TO sip_viewer;

-- The person at work: a role taken on (SET ROLE), else the login. Reading personal data or not
-- makes nobody somebody else.
CREATE OR REPLACE FUNCTION sip.who() RETURNS text
LANGUAGE sql STABLE
RETURN regexp_replace(
    coalesce(nullif(current_setting('role', true), 'none'), session_user::text), '\.personal$', ''
);

-- The change set of this transaction, made when it is first asked for. A rolled back savepoint
-- takes it away again; a transaction number that comes again in a restored database does not
-- find an old one, since it did not begin at the same moment.
CREATE OR REPLACE FUNCTION sip.changeset() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mine bigint;
BEGIN
    SELECT id INTO mine FROM sip.changeset
    WHERE transaction = pg_current_xact_id() AND at = now();
    IF mine IS NULL THEN
        INSERT INTO sip.changeset (at, who, application, comment, transaction)
        VALUES (
            now(),
            sip.who(),
            coalesce(nullif(current_setting('sip.application', true), ''),
                     current_setting('application_name')),
            coalesce(current_setting('sip.comment', true), ''),
            pg_current_xact_id()
        )
        RETURNING id INTO mine;
    END IF;
    RETURN mine;
END
$$;
REVOKE EXECUTE ON FUNCTION sip.changeset() FROM PUBLIC;

-- Which values differ between two states of a row, by the titles of their columns in the
-- language of the session; geometry is told by its kind.
CREATE OR REPLACE FUNCTION sip.changed_titles(place regclass, before jsonb, after jsonb)
RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT string_agg(
        coalesce(
            substring(
                col_description(a.attrelid, a.attnum)
                FROM CASE current_setting('sip.language', true)
                    WHEN 'en' THEN '(?n)^en: (.*?)(?: - .*)?$'
                    ELSE '(?n)^pl: (.*?)(?: - .*)?$' END
            ),
            CASE WHEN a.attname <> 'geom' THEN a.attname::text
                WHEN current_setting('sip.language', true) = 'en' THEN 'geometry'
                ELSE 'geometria' END
        ), ', ' ORDER BY a.attnum
    )
    FROM pg_attribute AS a
    WHERE a.attrelid = place AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attname NOT LIKE 'row\_%'
        AND before -> a.attname::text IS DISTINCT FROM after -> a.attname::text;
END;

-- Refuse a change of a row that has changed since it was read: SIP01, with who, when and what.
-- `seen` is the version that was read; NULL where the client could not say.
CREATE OR REPLACE FUNCTION sip.refuse_stale(place regclass, layer text, now_row jsonb, seen bigint)
RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    then_row jsonb;
    person text;
    moment text;
    titles text;
BEGIN
    SELECT who INTO person FROM sip.changeset WHERE id = (now_row ->> 'row_changeset')::bigint;
    moment := to_char((now_row ->> 'row_from')::timestamptz, 'YYYY-MM-DD HH24:MI:SS TZ');
    EXECUTE format('SELECT to_jsonb(h) FROM history.%I AS h WHERE id = $1 AND row_version = $2',
                   layer)
    INTO then_row
    USING (now_row ->> 'id')::bigint, coalesce(seen, (now_row ->> 'row_version')::bigint - 1);
    IF then_row IS NOT NULL THEN
        titles := sip.changed_titles(place, then_row, now_row);
    END IF;
    RAISE EXCEPTION USING
        ERRCODE = 'SIP01',
        MESSAGE = format(
            CASE
                WHEN seen IS NULL AND current_setting('sip.language', true) = 'en' THEN
                    'Not deleted: row %s was changed meanwhile by %s, %s (%s). Reload it; to delete'
                    ' it all the same, save a change of it first.'
                WHEN seen IS NULL THEN 'Nie usunięto: wiersz %s zmienił(a) tymczasem %s, %s (%s).'
                    ' Odśwież dane; aby mimo to go usunąć, najpierw zapisz w nim zmianę.'
                WHEN current_setting('sip.language', true) = 'en' THEN
                    'Not saved: row %s was changed meanwhile by %s, %s (%s). Reload it, then edit.'
                ELSE 'Nie zapisano: wiersz %s zmienił(a) tymczasem %s, %s (%s).'
                    ' Odśwież dane i popraw jeszcze raz.'
            END,
            now_row ->> 'id', coalesce(person, '?'), moment, coalesce(titles, '?')
        ),
        DETAIL = jsonb_build_object(
            'layer', layer, 'id', now_row -> 'id', 'row_version', now_row -> 'row_version',
            'seen', seen, 'who', person, 'at', now_row -> 'row_from'
        )::text;
END
$$;

-- Refuse a change that QGIS sends for a row that is gone, for it would report success: SIP02.
CREATE OR REPLACE FUNCTION sip.refuse_lost(layer text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    wanted bigint := substring(current_query() FROM '"id"\s*=\s*''?(\d+)')::bigint;
    person text;
    moment timestamptz;
BEGIN
    EXECUTE format(
        'SELECT c.who, c.at FROM history.%I AS h JOIN sip.changeset AS c ON c.id = h.row_ended_by'
        ' WHERE h.id = $1 ORDER BY h.row_version DESC LIMIT 1', layer
    ) INTO person, moment USING wanted;
    RAISE EXCEPTION USING
        ERRCODE = 'SIP02',
        MESSAGE = format(
            CASE current_setting('sip.language', true)
                WHEN 'en' THEN 'Not saved: the row%s is not there any more, or is not yours to'
                    ' edit%s. Reload the layer.'
                ELSE 'Nie zapisano: wiersza%s już nie ma albo nie wolno go edytować%s.'
                    ' Odśwież warstwę.'
            END,
            ' ' || wanted,
            format(' (%s, %s)', person, to_char(moment, 'YYYY-MM-DD HH24:MI:SS TZ'))
        );
END
$$;

-- Before an update of a row: refuse a stale one, number the others. A writer says which version
-- he has read by its negative; any other number is no claim.
CREATE OR REPLACE FUNCTION sip.row_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.row_version < 0 AND NEW.row_version <> -OLD.row_version THEN
        PERFORM sip.refuse_stale(TG_RELID, TG_TABLE_NAME, to_jsonb(OLD), -NEW.row_version);
    END IF;
    IF NEW.id <> OLD.id THEN
        RAISE integrity_constraint_violation USING MESSAGE = format(
            CASE current_setting('sip.language', true)
                WHEN 'en' THEN 'A row keeps its id: %s cannot become %s.'
                ELSE 'Wiersz zachowuje swój identyfikator: %s nie może stać się %s.' END,
            OLD.id, NEW.id
        );
    END IF;
    NEW.row_version := OLD.row_version;
    NEW.row_from := OLD.row_from;
    NEW.row_changeset := OLD.row_changeset;
    IF NOT NEW *= OLD THEN
        NEW.row_version := OLD.row_version + 1;
        NEW.row_from := greatest(now(), OLD.row_from + interval '1 microsecond');
        NEW.row_changeset := sip.changeset();
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION sip.is_of_another(bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (SELECT who <> sip.who() FROM sip.changeset WHERE id = $1);

-- Since when this login works in QGIS, which writes through a connection that it opens when first
-- needed: the oldest of its connections counts. It runs as the caller, who alone may ask.
CREATE OR REPLACE FUNCTION sip.qgis_since() RETURNS timestamptz
LANGUAGE sql STABLE
RETURN (
    SELECT min(other.backend_start)
    FROM pg_catalog.pg_stat_get_activity(pg_catalog.pg_backend_pid()) AS mine
    JOIN pg_catalog.pg_stat_get_activity(NULL) AS other
        ON (other.usesysid, other.datid) = (mine.usesysid, mine.datid)
    WHERE other.application_name ILIKE 'QGIS%'
);

-- Before a deletion: it carries no version, so QGIS may not delete what somebody else has changed
-- since the person began to read.
CREATE OR REPLACE FUNCTION sip.row_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('application_name') ILIKE 'QGIS%'
        AND OLD.row_from > coalesce(sip.qgis_since(), '-infinity')
        AND sip.is_of_another(OLD.row_changeset)
    THEN
        PERFORM sip.refuse_stale(TG_RELID, TG_TABLE_NAME, to_jsonb(OLD), NULL);
    END IF;
    RETURN OLD;
END
$$;

-- After a statement: its change set has touched the layer, unless nothing was changed at all.
CREATE OR REPLACE FUNCTION sip.note_change(layer text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mine bigint;
BEGIN
    SELECT id INTO mine FROM sip.changeset
    WHERE transaction = pg_current_xact_id_if_assigned() AND at = now();
    IF mine IS NULL THEN
        RETURN;
    END IF;
    IF EXISTS (SELECT FROM sip.sealed WHERE changeset = mine) THEN
        RAISE EXCEPTION 'this change set is sealed (SET CONSTRAINTS): begin another transaction';
    END IF;
    INSERT INTO sip.change VALUES (mine, $1, 0, 0) ON CONFLICT DO NOTHING;
END
$$;
REVOKE EXECUTE ON FUNCTION sip.note_change(text) FROM PUBLIC;
