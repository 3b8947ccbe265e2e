-- Tying a register to its history. Two functions are made for each register, history.<layer>(), its
-- trigger, and history.<layer>(bigint), its digest: with the names of its columns written out, their
-- plans are made once for a session, which makes a single edit three times as fast.

-- The query for what stands of each change set, or with a value of one.
CREATE OR REPLACE FUNCTION sip.digesting(register sip.register, one text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN format(
    $query$
    SELECT coalesce(m.row_changeset, e.row_ended_by), coalesce(m.rows, ''), coalesce(e.rows, '')
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
    $query$,
    (register).layer, (register).place, (register).live, (register).past,
    'WHERE row_changeset = ' || one, 'WHERE row_ended_by = ' || one
);

-- Before an insertion of a row: an id that comes again goes on where it was left, in number and
-- time. After a statement: what it superseded or deleted goes to the history.
CREATE OR REPLACE FUNCTION sip.trigger_of(register sip.register, columns text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN format(
    $made$
    CREATE OR REPLACE FUNCTION history.%1$I() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
    #variable_conflict use_column
    BEGIN
        IF TG_LEVEL = 'ROW' THEN
            SELECT c.id, coalesce(h.row_version, 0) + 1, greatest(now(), upper(h.known))
            INTO NEW.row_changeset, NEW.row_version, NEW.row_from
            FROM (SELECT sip.changeset() AS id) AS c
            LEFT JOIN (
                SELECT row_version, known FROM history.%1$I WHERE id = NEW.id
                ORDER BY row_version DESC LIMIT 1
            ) AS h ON true;
            RETURN NEW;
        END IF;
        IF TG_OP = 'UPDATE' THEN
            -- A foreign key that acts on a deletion may meet no row either.
            IF current_setting('application_name') ILIKE 'QGIS%%'
                AND current_query() ~* '^\s*UPDATE\M' AND NOT EXISTS (SELECT FROM fresh)
            THEN
                PERFORM sip.refuse_lost(TG_TABLE_NAME);
            END IF;
            INSERT INTO history.%1$I (%3$s, known, row_ended_by)
            SELECT %3$s, tstzrange(row_from, row_until), row_ended_by FROM gone JOIN (
                SELECT id AS row_id, row_version AS row_next, row_from AS row_until,
                    row_changeset AS row_ended_by FROM fresh
            ) AS f ON row_id = id AND row_next <> row_version;
        ELSIF TG_OP = 'DELETE' THEN
            INSERT INTO history.%1$I (%3$s, known, row_ended_by)
            SELECT %3$s, tstzrange(row_from, greatest(now(), row_from + '1 microsecond'::interval)),
                (SELECT sip.changeset()) FROM gone;
        ELSIF TG_OP = 'TRUNCATE' THEN
            INSERT INTO history.%1$I (%3$s, known, row_ended_by)
            SELECT %3$s, tstzrange(row_from, greatest(now(), row_from + '1 microsecond'::interval)),
                (SELECT sip.changeset()) FROM %2$I.%1$I;
        END IF;
        PERFORM sip.note_change(TG_TABLE_NAME);
        RETURN NULL;
    END
    $body$
    $made$, (register).layer, (register).place, columns
);

-- What stands now of one change set, and whether a row was made beside a deletion of the same id
-- that could not be seen yet.
CREATE OR REPLACE FUNCTION sip.digest_of(register sip.register) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN format(
    $made$
    CREATE OR REPLACE FUNCTION history.%1$I(
        bigint, OUT made bytea, OUT ended bytea, OUT is_late boolean
    )
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET extra_float_digits = 1
    -- One plan for all change sets, by index: statistics know of few that made many rows.
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $body$
    #variable_conflict use_column
    BEGIN
        SELECT coalesce(bool_or(EXISTS (
            SELECT FROM history.%1$I AS h WHERE h.id = t.id AND h.row_version >= t.row_version
        )), false) INTO is_late
        FROM %2$I.%1$I AS t WHERE t.row_changeset = $1;
        SELECT coalesce(d.made, ''), coalesce(d.ended, '') INTO made, ended
        FROM (SELECT) AS one_row LEFT JOIN (%3$s) AS d (changeset, made, ended) ON true;
    END
    $body$
    $made$, (register).layer, (register).place, sip.digesting(register, '$1')
);

-- Done when a register is made, and again when its columns change. Rows that were there before
-- belong to the change set that did it first.
CREATE OR REPLACE FUNCTION sip.attend(schema text, layer text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    place regclass := format('%I.%I', schema, layer)::regclass;
    past regclass := format('history.%I', layer)::regclass;
    register sip.register := (layer, schema, sip.content(place, past), sip.content(past, past));
    columns text;
    former text;
    event text;
BEGIN
    SELECT proname INTO former FROM pg_trigger JOIN pg_proc AS p ON p.oid = tgfoid
    WHERE tgrelid = place AND tgname = 'row_made';
    IF former IS NULL THEN
        EXECUTE format(
            'UPDATE %s SET row_changeset = (SELECT sip.changeset()) WHERE row_changeset IS NULL',
            place
        );
    END IF;
    SELECT string_agg(quote_ident(t.attname), ', ' ORDER BY t.attnum) INTO columns
    FROM pg_attribute AS t JOIN pg_attribute AS h USING (attname)
    WHERE t.attrelid = place AND h.attrelid = past AND t.attnum > 0 AND h.attnum > 0;
    EXECUTE sip.trigger_of(register, columns);
    EXECUTE sip.digest_of(register);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION history.%I(bigint) FROM PUBLIC', layer);
    FOREACH event IN ARRAY ARRAY[
        'row_made BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION history.%I()',
        'row_changed BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION sip.row_changed()',
        'row_removed BEFORE DELETE ON %s FOR EACH ROW EXECUTE FUNCTION sip.row_removed()',
        'rows_insert AFTER INSERT ON %s EXECUTE FUNCTION history.%I()',
        'rows_update AFTER UPDATE ON %s REFERENCING NEW TABLE AS fresh OLD TABLE AS gone'
            ' EXECUTE FUNCTION history.%I()',
        'rows_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS gone'
            ' EXECUTE FUNCTION history.%I()',
        'rows_truncate BEFORE TRUNCATE ON %s EXECUTE FUNCTION history.%I()'
    ] LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER ' || event, place, layer);
    END LOOP;
    IF former <> $2 THEN
        EXECUTE format('DROP FUNCTION history.%1$I(), history.%1$I(bigint)', former);
    END IF;
    DELETE FROM sip.register AS r WHERE to_regclass(format('%I.%I', r.place, r.layer)) IS NULL;
    INSERT INTO sip.register SELECT register.*
    ON CONFLICT ON CONSTRAINT register_pkey DO UPDATE
    SET (place, live, past) = (excluded.place, excluded.live, excluded.past);
END
$$;
