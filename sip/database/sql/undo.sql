-- Taking back what was done: a change set, or rows to what they were at a date. All of it runs with
-- the rights of the caller, as a new change set; what was done stays in the history.
DO $$
BEGIN
    IF to_regtype('sip.backward') IS NULL THEN
        CREATE TYPE sip.backward AS (
            layer text, id bigint, action text, source bigint, seen bigint, fields text[],
            conflict text
        );
    END IF;
END
$$;
COMMENT ON TYPE sip.backward IS 'One row to be inserted, updated or deleted: its fields as they
were in the version "source", where it is still in the version "seen"; or why that cannot be.';

-- The fields of a row in which two states of it differ.
CREATE OR REPLACE FUNCTION sip.differing(one jsonb, other jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE
RETURN ARRAY(
    SELECT key FROM jsonb_object_keys(one) AS key
    WHERE key NOT LIKE 'row\_%' AND key NOT IN ('id', 'known') AND other ? key
        AND one -> key IS DISTINCT FROM other -> key
    ORDER BY key
);

-- Who made a later edit, and when.
CREATE OR REPLACE FUNCTION sip.signed(bigint) RETURNS text
LANGUAGE sql STABLE
RETURN (
    SELECT format('%s, %s, change set %s', who, to_char(at, 'YYYY-MM-DD HH24:MI:SS TZ'), id)
    FROM sip.changeset WHERE id = $1
);

-- What taking a change set back means, row by row. A later edit of the same field of the same row
-- is in conflict, one of other fields is not.
CREATE OR REPLACE FUNCTION sip.undo_plan(one bigint) RETURNS SETOF sip.backward
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    register sip.register;
BEGIN
    PERFORM sip.demand_at_hand(one);
    FOR register IN
        SELECT r.* FROM sip.register AS r JOIN sip.change AS c USING (layer) WHERE c.changeset = one
    LOOP
        RETURN QUERY EXECUTE format(
            $plan$
            WITH version AS (
                SELECT id, row_version, row_changeset, NULL::bigint AS ended, to_jsonb(t) AS state
                FROM %2$I.%1$I AS t
                WHERE id IN (SELECT id FROM history.%1$I WHERE row_ended_by = $1)
                    OR row_changeset = $1
                UNION ALL
                SELECT id, row_version, row_changeset, row_ended_by, to_jsonb(h)
                FROM history.%1$I AS h WHERE id IN (
                    SELECT id FROM history.%1$I WHERE $1 IN (row_ended_by, row_changeset)
                    UNION SELECT id FROM %2$I.%1$I WHERE row_changeset = $1
                )
            ), state AS (
                SELECT v.id,
                    max(row_version) FILTER (WHERE ended = $1 AND row_changeset IS DISTINCT FROM $1)
                        AS before,
                    max(row_version) FILTER (WHERE row_changeset = $1 OR ended = $1) AS touched,
                    max(row_version) FILTER (WHERE row_changeset = $1) AS made,
                    max(row_version) FILTER (WHERE ended IS NULL) AS live,
                    max(row_version) AS newest
                FROM version AS v GROUP BY v.id
            ), compared AS (
                SELECT s.*, b.state AS was, a.state AS became, n.state AS is_now,
                    n.row_changeset AS latest, a.ended = $1 AS is_gone, z.ended AS ended_by
                FROM state AS s
                LEFT JOIN version AS b ON (b.id, b.row_version) = (s.id, s.before)
                LEFT JOIN version AS a ON (a.id, a.row_version) = (s.id, s.touched)
                LEFT JOIN version AS n ON (n.id, n.row_version) = (s.id, s.live)
                LEFT JOIN version AS z ON (z.id, z.row_version) = (s.id, s.newest)
            ), planned AS (
                SELECT c.*, CASE
                    WHEN before IS NULL AND is_gone THEN NULL
                    WHEN before IS NULL THEN 'delete'
                    WHEN is_gone THEN 'insert'
                    ELSE 'update' END AS action,
                    sip.differing(was, became) AS changed
                FROM compared AS c
            )
            SELECT %1$L::text, p.id, p.action, p.before, p.live, p.changed, CASE
                WHEN action = 'insert' AND live IS NOT NULL
                    THEN 'the id is in use again: ' || sip.signed(latest)
                WHEN action = 'delete' AND live > touched
                    THEN 'changed later: ' || sip.signed(latest)
                WHEN action = 'update' AND live IS NULL
                    THEN 'deleted later: ' || sip.signed(ended_by)
                WHEN action = 'update' THEN (
                    SELECT string_agg(format('%%s changed later: %%s', field, sip.signed((
                        SELECT v.row_changeset FROM version AS v
                        WHERE v.id = p.id AND v.row_version > p.touched
                            AND v.state -> field IS DISTINCT FROM p.became -> field
                        ORDER BY v.row_version LIMIT 1
                    ))), '; ')
                    FROM unnest(p.changed) AS field
                    WHERE p.is_now -> field IS DISTINCT FROM p.became -> field
                        AND p.is_now -> field IS DISTINCT FROM p.was -> field
                ) END
            FROM planned AS p
            WHERE action IS NOT NULL AND NOT (action = 'delete' AND live IS NULL)
            ORDER BY p.id
            $plan$,
            register.layer, register.place
        ) USING one;
    END LOOP;
END
$$;

-- What bringing rows of a layer back to a date means: those named, or those that lie in an area, now
-- or then. It is asked for by name, so a later edit is no conflict: it is what is taken back.
CREATE OR REPLACE FUNCTION sip.restore_plan(
    name text, at timestamptz, ids bigint[] DEFAULT NULL, area geometry DEFAULT NULL
) RETURNS SETOF sip.backward
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    register sip.register;
BEGIN
    SELECT * INTO STRICT register FROM sip.register AS r WHERE r.layer = name;
    PERFORM sip.reaches(name, at);
    RETURN QUERY EXECUTE format(
        $plan$
        WITH was AS (
            SELECT id, row_version, to_jsonb(t) AS state FROM %2$I.%1$I AS t
            WHERE row_from <= $1 AND (id = ANY ($2) OR %3$s)
            UNION ALL
            SELECT id, row_version, to_jsonb(h) FROM history.%1$I AS h
            WHERE known @> $1 AND (id = ANY ($2) OR %3$s)
        ), live AS (
            SELECT id, row_version, to_jsonb(t) AS state FROM %2$I.%1$I AS t
            WHERE id = ANY ($2) OR id IN (SELECT id FROM was) OR %3$s
        )
        -- A row that lies in the area now was elsewhere then, perhaps, but it was.
        , before AS (
            SELECT * FROM was
            UNION
            SELECT id, row_version, to_jsonb(h) FROM history.%1$I AS h
            WHERE known @> $1 AND id IN (SELECT id FROM live)
            UNION
            SELECT id, row_version, state FROM live WHERE (state ->> 'row_from')::timestamptz <= $1
        )
        SELECT %1$L::text, id, CASE
                WHEN b.id IS NULL THEN 'delete' WHEN n.id IS NULL THEN 'insert' ELSE 'update' END,
            b.row_version, n.row_version, sip.differing(n.state, b.state), NULL::text
        FROM before AS b FULL JOIN live AS n USING (id)
        WHERE b.id IS NULL OR n.id IS NULL OR sip.differing(n.state, b.state) <> '{}'
        ORDER BY id
        $plan$,
        register.layer, register.place,
        CASE WHEN area IS NULL THEN 'false' ELSE 'ST_Intersects(geom, $3)' END
    ) USING at, ids, area;
END
$$;

-- Do it, as one change set: rows that others point at come first and go last. SIP03 says what
-- stands against it, and nothing is done.
CREATE OR REPLACE FUNCTION sip.go_back(steps sip.backward[], comment text) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    conflicts text;
    part record;
    done bigint;
    total bigint := 0;
BEGIN
    SELECT string_agg(format('%s %s: %s', s.layer, s.id, s.conflict), E'\n') INTO conflicts
    FROM unnest(steps) AS s WHERE s.conflict IS NOT NULL;
    IF conflicts IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'SIP03', MESSAGE = conflicts;
    END IF;
    PERFORM set_config('sip.comment', comment, true);
    FOR part IN
        WITH RECURSIVE pointing AS (
            SELECT r.layer, 0 AS depth FROM sip.register AS r
            UNION
            SELECT child.layer, p.depth + 1
            FROM pointing AS p
            JOIN sip.register AS parent ON parent.layer = p.layer
            JOIN pg_constraint AS k ON k.contype = 'f' AND k.conrelid <> k.confrelid
                AND k.confrelid = format('%I.%I', parent.place, parent.layer)::regclass
            JOIN sip.register AS child
                ON k.conrelid = format('%I.%I', child.place, child.layer)::regclass
            WHERE p.depth < 20
        )
        SELECT r.*, s.action, count(DISTINCT s.id) AS rows, max(p.depth) AS depth,
            (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
             FROM pg_attribute AS a JOIN pg_attribute AS h USING (attname)
             WHERE a.attrelid = format('%I.%I', r.place, r.layer)::regclass AND a.attnum > 0
                AND h.attrelid = format('history.%I', r.layer)::regclass AND h.attnum > 0
                AND a.attname NOT LIKE 'row\_%') AS columns,
            (SELECT string_agg(format('%I = CASE WHEN %L = ANY (s.fields) THEN h.%1$I ELSE t.%1$I END',
                                      field, field), ', ')
             FROM (SELECT DISTINCT unnest(u.fields) AS field FROM unnest(steps) AS u
                   WHERE (u.layer, u.action) = (r.layer, 'update')) AS changed) AS assignments
        FROM unnest(steps) AS s JOIN sip.register AS r ON r.layer = s.layer
        JOIN pointing AS p ON p.layer = s.layer
        GROUP BY r.layer, s.action
        ORDER BY s.action <> 'insert', s.action = 'delete',
            CASE WHEN s.action = 'delete' THEN -max(p.depth) ELSE max(p.depth) END
    LOOP
        CONTINUE WHEN part.action = 'update' AND part.assignments IS NULL;
        EXECUTE CASE part.action
            WHEN 'insert' THEN format(
                'INSERT INTO %2$I.%1$I (%3$s) SELECT %3$s FROM history.%1$I AS h'
                ' WHERE (id, row_version) IN (SELECT id, source FROM unnest($1)'
                '  WHERE (layer, action) = (%1$L, ''insert''))',
                part.layer, part.place, part.columns
            )
            WHEN 'update' THEN format(
                'UPDATE %2$I.%1$I AS t SET row_version = -s.seen, %3$s'
                ' FROM unnest($1) AS s JOIN history.%1$I AS h'
                '  ON (h.id, h.row_version) = (s.id, s.source)'
                ' WHERE t.id = s.id AND (s.layer, s.action) = (%1$L, ''update'')',
                part.layer, part.place, part.assignments
            )
            ELSE format(
                'DELETE FROM %2$I.%1$I AS t USING unnest($1) AS s'
                ' WHERE (t.id, t.row_version) = (s.id, s.seen)'
                '  AND (s.layer, s.action) = (%1$L, ''delete'')',
                part.layer, part.place
            )
        END USING steps;
        GET DIAGNOSTICS done = ROW_COUNT;
        IF done <> part.rows THEN
            RAISE serialization_failure USING MESSAGE = format(
                'rows of %s were changed at this very moment, or are not yours to change', part.layer
            );
        END IF;
        total := total + done;
    END LOOP;
    RETURN total;
END
$$;

CREATE OR REPLACE FUNCTION sip.undo(one bigint) RETURNS bigint
LANGUAGE sql
RETURN sip.go_back(
    ARRAY(SELECT p::sip.backward FROM sip.undo_plan(one) AS p), format('undo of change set %s', one)
);

CREATE OR REPLACE FUNCTION sip.restore(
    name text, at timestamptz, ids bigint[] DEFAULT NULL, area public.geometry DEFAULT NULL
) RETURNS bigint
LANGUAGE sql
RETURN sip.go_back(
    ARRAY(SELECT p::sip.backward FROM sip.restore_plan(name, at, ids, area) AS p),
    format('%s restored to %s', name, at)
);
GRANT SELECT ON sip.register TO sip_viewer;
