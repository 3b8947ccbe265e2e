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
    changeset bigint NOT NULL REFERENCES sip.changeset,
    layer text NOT NULL,
    said bytea NOT NULL,
    made bytea NOT NULL,
    ended bytea NOT NULL,
    PRIMARY KEY (layer, changeset, seal)
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

-- What stands now of a change set in a layer, or of all where it is NULL.
CREATE OR REPLACE FUNCTION sip.standing(register sip.register, one bigint)
RETURNS TABLE (changeset bigint, made bytea, ended bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET extra_float_digits = 1 AS $$
BEGIN
    RETURN QUERY EXECUTE format(
        $statement$
        SELECT coalesce(m.row_changeset, e.row_ended_by),
            coalesce(m.rows, ''), coalesce(e.rows, '')
        FROM (
            SELECT row_changeset, string_agg(
                int8send(id) || int8send(row_version)
                || substr(sha256(convert_to(content, 'UTF8')), 1, 16),
                '' ORDER BY id, row_version
            ) AS rows
            FROM (
                SELECT id, row_version, row_changeset, %3$s AS content FROM %2$I.%1$I %5$s
                UNION ALL
                SELECT id, row_version, row_changeset, %4$s FROM history.%1$I %5$s
            ) AS version GROUP BY row_changeset
        ) AS m
        FULL JOIN (
            SELECT row_ended_by, string_agg(
                int8send(id) || int8send(row_version) || timestamptz_send(upper(known)),
                '' ORDER BY id, row_version
            ) AS rows
            FROM history.%1$I %6$s GROUP BY row_ended_by
        ) AS e ON row_ended_by = row_changeset
        $statement$,
        register.layer, register.place, register.live, register.past,
        CASE WHEN one IS NOT NULL THEN format('WHERE row_changeset = %s', one) END,
        CASE WHEN one IS NOT NULL THEN format('WHERE row_ended_by = %s', one) END
    );
END
$$;

-- What a change set says of itself.
CREATE OR REPLACE FUNCTION sip.said(sip.changeset) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp SET TimeZone = 'UTC' SET DateStyle = 'ISO'
RETURN sha256(convert_to(
    jsonb_build_array(($1).id, ($1).at, ($1).who, ($1).application, ($1).comment)::text, 'UTF8'
));

-- The digest of a seal: of the one before, its reason, and what it covers.
CREATE OR REPLACE FUNCTION sip.link(former bytea, reason text, number bigint) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
RETURN sha256(former || convert_to(reason, 'UTF8') || (
    SELECT string_agg(part, '' ORDER BY part) FROM (
        SELECT int8send(s.changeset) || s.said || sha256(s.made) || sha256(s.ended) AS part
        FROM sip.sealed AS s WHERE s.seal = $3
    ) AS parts
));

-- Chain a seal whose parts stand in sip.sealed as those of seal 0.
CREATE OR REPLACE FUNCTION sip.chain(reason text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    former record;
    next bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(7477002);
    SELECT s.number, s.digest INTO former FROM sip.seal AS s ORDER BY s.number DESC LIMIT 1;
    next := coalesce(former.number, 0) + 1;
    UPDATE sip.sealed SET seal = next WHERE seal = 0;
    INSERT INTO sip.seal VALUES (
        next, clock_timestamp(), reason, sip.link(coalesce(former.digest, ''), reason, next)
    );
END
$$;

-- At the commit of a change set: digest what it touched, first, since that may take long.
CREATE OR REPLACE FUNCTION sip.seal_changeset() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    register sip.register;
    is_late boolean;
BEGIN
    FOR register IN
        SELECT r.* FROM sip.register AS r JOIN sip.change AS c USING (layer)
        WHERE c.changeset = NEW.id ORDER BY layer
    LOOP
        EXECUTE format(
            'SELECT EXISTS (SELECT FROM %2$I.%1$I AS t JOIN history.%1$I AS h'
            ' ON h.id = t.id AND h.row_version >= t.row_version WHERE t.row_changeset = $1)',
            register.layer, register.place
        ) INTO is_late USING NEW.id;
        IF is_late THEN
            RAISE serialization_failure USING
                MESSAGE = 'a row of the same id was deleted at this very moment: try again';
        END IF;
        INSERT INTO sip.sealed
        SELECT 0, NEW.id, register.layer, sip.said(NEW), s.made, s.ended
        FROM sip.standing(register, NEW.id) AS s;
        UPDATE sip.change AS c SET made = length(s.made) / 32, ended = length(s.ended) / 24
        FROM sip.sealed AS s
        WHERE (c.changeset, c.layer) = (NEW.id, register.layer)
            AND (s.seal, s.changeset, s.layer) = (0, NEW.id, register.layer);
    END LOOP;
    DELETE FROM sip.change WHERE changeset = NEW.id AND made + ended = 0;
    IF EXISTS (SELECT FROM sip.change WHERE changeset = NEW.id) THEN
        PERFORM sip.chain('');
    ELSE
        DELETE FROM sip.changeset WHERE id = NEW.id;
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
    register sip.register;
BEGIN
    IF reason = '' THEN
        RAISE EXCEPTION 'a reason is needed';
    END IF;
    FOR register IN SELECT * FROM sip.register ORDER BY layer LOOP
        INSERT INTO sip.sealed
        SELECT 0, c.id, register.layer, sip.said(c), s.made, s.ended
        FROM sip.changeset AS c JOIN sip.change AS t ON t.changeset = c.id,
            sip.standing(register, c.id) AS s
        WHERE c.id = ANY (changesets) AND t.layer = register.layer
            AND (c.transaction, c.at) <> (pg_current_xact_id(), now());
    END LOOP;
    IF EXISTS (SELECT FROM sip.sealed WHERE seal = 0) THEN
        PERFORM sip.chain(reason);
    END IF;
END
$$;

-- The same of every change set that touched a layer, but the one at work.
CREATE OR REPLACE FUNCTION sip.reseal_layer(one text, reason text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO sip.sealed
    SELECT 0, c.id, one, sip.said(c), s.made, s.ended
    FROM sip.register AS r, sip.standing(r, NULL) AS s JOIN sip.changeset AS c ON c.id = s.changeset
    WHERE r.layer = one AND (c.transaction, c.at) <> (pg_current_xact_id(), now());
    IF FOUND THEN
        PERFORM sip.chain(reason);
    END IF;
END
$$;

-- The rows in what a seal covers, each `width` bytes wide.
CREATE OR REPLACE FUNCTION sip.unpacked(packed bytea, width integer)
RETURNS TABLE (id bigint, row_version bigint, value bytea)
LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
    SELECT
        ('x' || encode(substr(packed, at, 8), 'hex'))::bit(64)::bigint,
        ('x' || encode(substr(packed, at + 8, 8), 'hex'))::bit(64)::bigint,
        substr(packed, at + 16, width - 16)
    FROM generate_series(1, length(packed), width) AS at;
END;

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
        FROM (
            SELECT DISTINCT ON (s.changeset) s.changeset, s.made, s.ended
            FROM sip.sealed AS s WHERE s.layer = register.layer
            ORDER BY s.changeset, s.seal DESC
        ) AS a
        FULL JOIN sip.standing(register, NULL) AS b ON b.changeset = a.changeset,
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
