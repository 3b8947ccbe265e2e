-- New versions of rows with a life: whole ones, and ones that lose ground.

-- Close a version of a row, and make the next one, of `shape` where it is given; return its identifier.
CREATE OR REPLACE FUNCTION sip.next_version(
    home text, layer text, life jsonb, act jsonb, state text, day date, shape public.geometry
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    stamp text := to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS');
    fresh text;
    member text;
BEGIN
    IF stamp <= act ->> 'version_id' THEN
        stamp := to_char(to_timestamp(act ->> 'version_id', 'YYYYMMDD"T"HH24MISS')::timestamp
                         + interval '1 second', 'YYYYMMDD"T"HH24MISS');
    END IF;
    fresh := regexp_replace(act ->> 'identifier', '/[0-9]{8}T[0-9]{6}$', '') || '/' || stamp;
    EXECUTE format(
        'UPDATE %I.%I SET version_to = greatest(now(), version_from + interval ''1 second''),'
        ' valid_to = greatest($2, valid_from + 1), state = $3, status = $4 WHERE id = $1',
        home, layer)
    USING (act ->> 'id')::bigint, day, life ->> 'superseded', life ->> 'ended';
    PERFORM sip.copy_row(home, layer, (act ->> 'id')::bigint, jsonb_build_object(
        'identifier', fresh, 'version_id', stamp, 'version_from', now(), 'version_to', NULL,
        'valid_from', day, 'valid_to', NULL, 'state', state,
        'status', life -> 'states' -> state ->> 'status',
        'amendment_no', coalesce((act ->> 'amendment_no')::int, 0) + 1,
        'partly_in_force', shape IS NOT NULL OR coalesce((act ->> 'partly_in_force')::boolean, false)
    ) || CASE WHEN shape IS NULL THEN '{}' ELSE jsonb_build_object('geom', shape::text) END);
    EXECUTE format(
        'INSERT INTO %1$I.%2$I (document_identifier, act_identifier, role)'
        ' SELECT document_identifier, $2, role FROM %1$I.%2$I WHERE act_identifier = $1',
        home, life ->> 'documents') USING act ->> 'identifier', fresh;
    IF shape IS NOT NULL THEN
        PERFORM sip.cut_members(home, life, act, fresh, stamp, day, shape);
    END IF;
    FOR member IN SELECT jsonb_object_keys(life -> 'members') LOOP
        EXECUTE format('UPDATE %I.%I SET act_identifier = $2'
                       ' WHERE act_identifier = $1 AND valid_to IS NULL', home, member)
        USING act ->> 'identifier', fresh;
    END LOOP;
    RETURN fresh;
END
$$;

-- What a part keeps of its geometry, of the same dimension; nothing where too little is left.
CREATE OR REPLACE FUNCTION sip.kept_ground(shape public.geometry, whole public.geometry, life jsonb)
RETURNS public.geometry LANGUAGE sql IMMUTABLE
RETURN CASE public.ST_Dimension(shape)
    WHEN 2 THEN sip.ground(public.ST_Intersection(shape, whole), life)
    WHEN 1 THEN (
        -- Not by "=" of geometries: a dump with it cannot be restored.
        SELECT line.geom FROM (
            SELECT public.ST_Multi(
                public.ST_CollectionExtract(public.ST_Intersection(shape, whole), 2)
            ) AS geom
        ) AS line WHERE NOT public.ST_IsEmpty(line.geom)
    )
    ELSE CASE WHEN public.ST_Intersects(shape, whole) THEN shape END
END;

-- Close the parts that reach beyond what is left of their whole; what is left of them goes on anew.
CREATE OR REPLACE FUNCTION sip.cut_members(
    home text, life jsonb, act jsonb, fresh text, stamp text, day date, shape public.geometry
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    refused boolean;
    member text;
    rule jsonb;
    part record;
    pieces public.geometry[];
    at int;
BEGIN
    FOR member, rule IN SELECT key, value FROM jsonb_each(life -> 'members') LOOP
        CONTINUE WHEN NOT coalesce((rule ->> 'is_cut')::boolean, true);
        FOR part IN EXECUTE format(
            $q$ SELECT id, to_jsonb(m) ->> %3$L AS name, to_jsonb(m) ? 'version_to' AS versioned,
                sip.kept_ground(geom, $2, $3) AS kept, public.GeometryType(geom) AS kind
            FROM %1$I.%2$I AS m WHERE act_identifier = $1 AND valid_to IS NULL
                AND NOT public.ST_CoveredBy(geom, $2)
                AND (public.ST_Dimension(geom) < 2
                     OR sip.ground(public.ST_Difference(geom, $2), $3) IS NOT NULL) $q$,
            home, member, rule ->> 'key') USING act ->> 'identifier', shape, life
        LOOP
            SELECT CASE WHEN part.kind LIKE 'MULTI%' THEN ARRAY[part.kept]
                        ELSE array_agg(d.geom) END INTO pieces
            FROM public.ST_Dump(part.kept) AS d;
            IF part.kept IS NULL THEN
                pieces := '{}';
            ELSIF part.versioned AND cardinality(pieces) > 1 THEN
                refused := sip.refuse_step(
                    'life_pieces', '„%1$s” rozpadłby się na %2$s części: podziel go najpierw.',
                    '"%1$s" would fall into %2$s parts: divide it first.',
                    part.name, cardinality(pieces)::text);
            END IF;
            EXECUTE format(
                'UPDATE %I.%I SET valid_to = greatest($2, valid_from + 1), status = $3%s WHERE id = $1',
                home, member, CASE WHEN part.versioned
                    THEN ', version_to = greatest(now(), version_from + interval ''1 second'')'
                    ELSE '' END)
            USING part.id, day, life ->> 'ended';
            FOR at IN 1 .. coalesce(cardinality(pieces), 0) LOOP
                PERFORM sip.copy_row(home, member, part.id, jsonb_build_object(
                    'geom', pieces[at]::text, 'act_identifier', fresh, 'status', life ->> 'in_force',
                    'valid_from', day, 'valid_to', NULL, 'version_to', NULL,
                    'version_from', now(), 'version_id', stamp, rule ->> 'key',
                    CASE WHEN part.versioned
                        THEN regexp_replace(part.name, '/[0-9]{8}T[0-9]{6}$', '') || '/' || stamp
                        ELSE regexp_replace(part.name, '@[0-9T]+(\.[0-9]+)?$', '') || '@' || stamp
                            || CASE WHEN at > 1 THEN '.' || at ELSE '' END END));
            END LOOP;
        END LOOP;
    END LOOP;
END
$$;

-- Cut marked parts out of a row; return the identifier of the version that is left, NULL for none.
CREATE OR REPLACE FUNCTION sip.cut_ground(
    home text, layer text, life jsonb, act jsonb, state text, day date, paper text
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    lost public.geometry;
    rest public.geometry;
    fresh text;
BEGIN
    EXECUTE format(
        $q$ WITH marked AS (
            UPDATE %1$I.%2$I AS c SET applied_on = $3
            WHERE c.act_identifier = $1 AND c.applied_on IS NULL AND (c.replaced_by IS NULL OR EXISTS (
                SELECT FROM %1$I.%3$I AS e WHERE e.act_identifier = c.replaced_by
                    AND e.document_identifier = $2))
            RETURNING c.geom
        ) SELECT public.ST_Union(geom) FROM marked $q$,
        home, life ->> 'cuts', life ->> 'documents')
    INTO lost USING act ->> 'identifier', paper, day;
    IF lost IS NULL THEN
        RETURN sip.next_version(home, layer, life, act, state, day, NULL);
    END IF;
    EXECUTE format('SELECT sip.ground(public.ST_Difference(geom, $2), $3) FROM %I.%I WHERE id = $1',
                   home, layer)
    INTO rest USING (act ->> 'id')::bigint, lost, life;
    IF rest IS NOT NULL THEN
        fresh := sip.next_version(home, layer, life, act, state, day, rest);
    END IF;
    RETURN fresh;
END
$$;
