-- The seal of the history: at its commit a change set is digested, with the versions of rows that it
-- made and ended, and chained to the seal before. What is altered, removed or slipped in later
-- without the triggers is found by sip.verify().
--
-- Columns are told by their number in the history, which only grows: no renaming breaks a seal.
CREATE TABLE IF NOT EXISTS sip.register (
    layer text PRIMARY KEY,
    place text NOT NULL,
    live text NOT NULL,
    past text NOT NULL
);
COMMENT ON COLUMN sip.register.live IS 'Expression of the text of a row of the table.';
COMMENT ON COLUMN sip.register.past IS 'Expression of the text of a row of its history.';

CREATE TABLE IF NOT EXISTS sip.seal (
    number bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    reason text NOT NULL,
    digest bytea NOT NULL
);
COMMENT ON COLUMN sip.seal.reason IS 'Empty at the commit; why it was sealed anew, later.';

-- What a seal covers of one change set in one layer: what the change set says of itself, as a
-- digest; of each version made its id, number and content (8, 8 and 16 bytes); of each version ended
-- its id, number and end (8 bytes each).
CREATE TABLE IF NOT EXISTS sip.sealed (
    seal bigint NOT NULL,
    changeset bigint NOT NULL,
    layer text NOT NULL,
    said bytea NOT NULL,
    made bytea NOT NULL,
    ended bytea NOT NULL,
    PRIMARY KEY (changeset, layer, seal)
);
CREATE INDEX IF NOT EXISTS sealed_seal_idx ON sip.sealed (seal);

-- The expression of the text of a row: what is not empty, by the number of its column.
CREATE OR REPLACE FUNCTION sip.content(place regclass, past regclass) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
RETURN (
    SELECT format(
        'concat_ws(E''\x1f'', VARIADIC ARRAY[%s]::text[])',
        string_agg(
            CASE WHEN h.atttypid = 'text'::regtype
                THEN format('''%s='' || octet_length(%I) || '':'' || %2$I', h.attnum, h.attname)
                ELSE format('''%s='' || %I::text', h.attnum, h.attname) END,
            ', ' ORDER BY h.attnum
        )
    )
    FROM pg_attribute AS h
    WHERE h.attrelid = past AND h.attnum > 0 AND NOT h.attisdropped
        AND h.attname NOT IN ('known', 'row_ended_by', 'row_changeset')
        AND EXISTS (
            SELECT FROM pg_attribute AS t
            WHERE t.attrelid = place AND t.attname = h.attname AND NOT t.attisdropped
        )
);

DROP FUNCTION IF EXISTS sip.standing(sip.register, bigint), sip.chain(text),
    sip.chain(sip.sealed[], text);

-- What stands now of every change set in a layer; of versions that are away what was sealed.
CREATE OR REPLACE FUNCTION sip.standing(register sip.register)
RETURNS TABLE (changeset bigint, made bytea, ended bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET extra_float_digits = 1 AS $$
BEGIN
    IF sip.horizon(register.layer) IS NULL THEN
        RETURN QUERY EXECUTE sip.digesting(register, NULL);
    ELSE
        RETURN QUERY EXECUTE format(
            'SELECT changeset, sip.both(h.made, a.made, 32), sip.both(h.ended, a.ended, 24)'
            ' FROM (%s) AS h (changeset, made, ended)'
            ' FULL JOIN sip.sealed_away($1) AS a USING (changeset)',
            sip.digesting(register, NULL)
        ) USING register.layer;
    END IF;
END
$$;

-- What a change set says of itself. (As PL/pgSQL, whose plans are kept: so is what follows.)
CREATE OR REPLACE FUNCTION sip.said(sip.changeset) RETURNS bytea
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET TimeZone = 'UTC' AS $$
BEGIN
    RETURN sha256(convert_to(
        jsonb_build_array(($1).id, ($1).at, ($1).who, ($1).application, ($1).comment)::text, 'UTF8'
    ));
END
$$;

-- The digest of a seal: of the one before, its reason, and what it covers.
CREATE OR REPLACE FUNCTION sip.link(former bytea, reason text, number bigint) RETURNS bytea
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN sha256(former || convert_to(reason, 'UTF8') || (
        SELECT coalesce(string_agg(part, '' ORDER BY part), '') FROM (
            SELECT int8send(s.changeset) || s.said || sha256(s.made) || sha256(s.ended) AS part
            FROM sip.sealed AS s WHERE s.seal = number
        ) AS parts
    ));
END
$$;

-- Chain a seal of some parts, or of its reason alone; return its number. The lock is taken last, when
-- all that takes long is done.
CREATE OR REPLACE FUNCTION sip.chain(parts sip.sealed[], reason text) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    former record;
    mine bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(7477002);
    SELECT s.number, s.digest INTO former FROM sip.seal AS s ORDER BY s.number DESC LIMIT 1;
    mine := coalesce(former.number, 0) + 1;
    INSERT INTO sip.sealed
    SELECT mine, p.changeset, p.layer, p.said, p.made, p.ended FROM unnest(parts) AS p;
    INSERT INTO sip.seal VALUES (
        mine, clock_timestamp(), reason, sip.link(coalesce(former.digest, ''), reason, mine)
    );
    RETURN mine;
END
$$;

-- At the commit of a change set: count and digest what it touched.
CREATE OR REPLACE FUNCTION sip.seal_changeset() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    touched text;
    part record;
    parts sip.sealed[] := '{}';
BEGIN
    FOR touched IN
        SELECT c.layer FROM sip.change AS c WHERE c.changeset = NEW.id ORDER BY 1
    LOOP
        EXECUTE format('SELECT * FROM history.%I($1)', touched) INTO part USING NEW.id;
        IF part.is_late THEN
            RAISE serialization_failure USING
                MESSAGE = 'a row of the same id was deleted at this very moment: try again';
        ELSIF part.made || part.ended = '' THEN
            DELETE FROM sip.change AS c WHERE (c.changeset, c.layer) = (NEW.id, touched);
        ELSE
            UPDATE sip.change AS c
            SET made = length(part.made) / 32, ended = length(part.ended) / 24
            WHERE (c.changeset, c.layer) = (NEW.id, touched);
            parts := parts
                || (0, NEW.id, touched, sip.said(NEW), part.made, part.ended)::sip.sealed;
        END IF;
    END LOOP;
    IF parts = '{}' THEN
        DELETE FROM sip.changeset WHERE id = NEW.id;
    ELSE
        PERFORM sip.chain(parts, '');
    END IF;
    RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS seal ON sip.changeset;
CREATE CONSTRAINT TRIGGER seal AFTER INSERT ON sip.changeset DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION sip.seal_changeset();

-- Seal change sets anew as they stand, for a reason that stays in the chain: personal data that was
-- erased, say. The one at work is sealed at its commit. For the owner alone.
CREATE OR REPLACE FUNCTION sip.reseal(changesets bigint[], reason text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    touched record;
    part record;
    parts sip.sealed[] := ARRAY(
        SELECT (0, c.id, r.layer, sip.said(c), s.made, s.ended)::sip.sealed
        FROM sip.register AS r, sip.standing(r) AS s JOIN sip.changeset AS c ON c.id = s.changeset
        WHERE sip.horizon(r.layer) IS NOT NULL AND c.id = ANY (changesets)
            AND (c.transaction, c.at) <> (pg_current_xact_id(), now())
    );
BEGIN
    IF reason = '' THEN
        RAISE EXCEPTION 'a reason is needed';
    END IF;
    FOR touched IN
        SELECT c.id, t.layer, sip.said(c) AS said
        FROM sip.changeset AS c JOIN sip.change AS t ON t.changeset = c.id
        JOIN sip.register AS r USING (layer)
        WHERE c.id = ANY (changesets) AND (c.transaction, c.at) <> (pg_current_xact_id(), now())
            AND sip.horizon(t.layer) IS NULL
        ORDER BY 1, 2
    LOOP
        EXECUTE format('SELECT * FROM history.%I($1)', touched.layer) INTO part USING touched.id;
        parts := parts
            || (0, touched.id, touched.layer, touched.said, part.made, part.ended)::sip.sealed;
    END LOOP;
    IF parts <> '{}' THEN
        PERFORM sip.chain(parts, reason);
    END IF;
END
$$;

-- The same of every change set that touched a layer, but the one at work.
CREATE OR REPLACE FUNCTION sip.reseal_layer(one text, reason text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    parts sip.sealed[] := ARRAY(
        SELECT (0, c.id, one, sip.said(c), s.made, s.ended)::sip.sealed
        FROM sip.register AS r, sip.standing(r) AS s JOIN sip.changeset AS c ON c.id = s.changeset
        WHERE r.layer = one AND (c.transaction, c.at) <> (pg_current_xact_id(), now())
    );
BEGIN
    IF parts <> '{}' THEN
        PERFORM sip.chain(parts, reason);
    END IF;
END
$$;

-- The rows in what a seal covers, each `width` bytes wide. (As PL/pgSQL: a value that was taken out
-- of its table is read once, and not again for each row.)
CREATE OR REPLACE FUNCTION sip.unpacked(packed bytea, width integer)
RETURNS TABLE (id bigint, row_version bigint, value bytea)
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    whole bytea := packed || ''::bytea;
BEGIN
    RETURN QUERY
    SELECT
        ('x' || encode(substr(whole, at, 8), 'hex'))::bit(64)::bigint,
        ('x' || encode(substr(whole, at + 8, 8), 'hex'))::bit(64)::bigint,
        substr(whole, at + 16, width - 16)
    FROM generate_series(1, length(whole), width) AS at;
END
$$;

CREATE OR REPLACE FUNCTION sip.differences(sealed bytea, standing bytea, width integer)
RETURNS TABLE (id bigint, row_version bigint, problem text)
LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
    SELECT id, row_version, CASE
        WHEN b.value IS NULL THEN 'removed' WHEN a.value IS NULL THEN 'slipped in' ELSE 'altered'
    END
    FROM sip.unpacked(sealed, width) AS a
    FULL JOIN sip.unpacked(standing, width) AS b USING (id, row_version)
    WHERE a.value IS DISTINCT FROM b.value;
END;

-- Everything that is not as it was sealed, of one layer where it is named; nothing where all is well.
CREATE OR REPLACE FUNCTION sip.verify(one text DEFAULT NULL)
RETURNS TABLE (changeset bigint, layer text, id bigint, row_version bigint, problem text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    register sip.register;
BEGIN
    RETURN QUERY
    SELECT NULL::bigint, NULL::text, NULL::bigint, NULL::bigint, format('seal %s: %s', s.number,
        CASE WHEN s.number <> s.former + 1 THEN 'the one before it was removed'
            ELSE 'altered, or what it covers, or the one before it' END)
    FROM (
        SELECT o.*, coalesce(lag(o.number) OVER w, 0) AS former,
            coalesce(lag(o.digest) OVER w, '') AS before
        FROM sip.seal AS o WINDOW w AS (ORDER BY o.number)
    ) AS s
    WHERE s.number <> s.former + 1
        OR s.digest IS DISTINCT FROM sip.link(s.before, s.reason, s.number);

    RETURN QUERY
    SELECT c.id, NULL::text, NULL::bigint, NULL::bigint,
        'what the change set says of itself was altered'
    FROM sip.changeset AS c
    WHERE (SELECT s.said FROM sip.sealed AS s WHERE s.changeset = c.id
           ORDER BY s.seal DESC LIMIT 1) IS DISTINCT FROM sip.said(c);

    RETURN QUERY
    SELECT NULL::bigint, a.layer, NULL::bigint, NULL::bigint,
        format('no seal tells that %s were moved to %s', sip.told(a), a.file)
    FROM sip.away AS a
    WHERE (one IS NULL OR a.layer = one) AND NOT EXISTS (
        SELECT FROM sip.seal AS s WHERE s.number = a.seal AND s.reason ~ '^archived: '
            AND right(s.reason, length(sip.told(a))) = sip.told(a)
    );

    FOR register IN
        SELECT * FROM sip.register AS r WHERE one IS NULL OR r.layer = one ORDER BY r.layer
    LOOP
        RETURN QUERY
        SELECT NULL::bigint, register.layer, NULL::bigint, NULL::bigint,
            format('trigger %s is missing or disabled', name)
        FROM unnest(ARRAY['row_made', 'row_changed', 'row_removed', 'rows_insert', 'rows_update',
                          'rows_delete', 'rows_truncate']) AS name
        WHERE NOT EXISTS (
            SELECT FROM pg_trigger AS t WHERE t.tgname = name AND t.tgenabled = 'O'
                AND t.tgrelid = format('%I.%I', register.place, register.layer)::regclass
        );

        RETURN QUERY
        SELECT coalesce(a.changeset, b.changeset), register.layer, d.id, d.row_version, d.problem
        FROM sip.sealed_last(register.layer) AS a
        FULL JOIN sip.standing(register) AS b ON b.changeset = a.changeset,
        LATERAL (
            SELECT m.id, m.row_version, m.problem
            FROM sip.differences(coalesce(a.made, ''), coalesce(b.made, ''), 32) AS m
            WHERE a.made IS DISTINCT FROM b.made
            UNION ALL
            SELECT e.id, e.row_version, 'the end of its version was ' || e.problem
            FROM sip.differences(coalesce(a.ended, ''), coalesce(b.ended, ''), 24) AS e
            WHERE a.ended IS DISTINCT FROM b.ended
        ) AS d;
    END LOOP;
END
$$;

-- Before values are written another way and sealed anew.
CREATE OR REPLACE FUNCTION sip.demand_soundness(one text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    problem text;
BEGIN
    SELECT concat_ws(' ', v.layer, v.id, v.problem) INTO problem FROM sip.verify(one) AS v LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING MESSAGE = format('the history is not as it was sealed: %s', problem),
            DETAIL = 'see: sip history verify';
    END IF;
END
$$;
REVOKE EXECUTE ON FUNCTION
    sip.standing, sip.chain, sip.reseal, sip.reseal_layer, sip.verify, sip.demand_soundness
FROM PUBLIC;
