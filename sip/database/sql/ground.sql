-- Rows that share ground (the key `ground` of layers). Their rules are data (sip.ground); what
-- enforces them stands here and names no layer.
CREATE TABLE IF NOT EXISTS sip.ground (
    layer text PRIMARY KEY,
    place text NOT NULL,
    rules jsonb NOT NULL,
    made_from text NOT NULL
);
GRANT SELECT ON sip.ground TO sip_viewer;

-- The parts of a shape that are no mere differences of drawing; NULL where there are none.
CREATE OR REPLACE FUNCTION sip.real_parts(shape public.geometry, rules jsonb)
RETURNS public.geometry LANGUAGE sql IMMUTABLE AS $$
    SELECT public.ST_Multi(public.ST_Collect(part.geom))
    FROM public.ST_Dump(public.ST_CollectionExtract(shape, 3)) AS part
    WHERE public.ST_Area(part.geom) >= (rules ->> 'least_m2')::float8
        AND public.ST_Perimeter(part.geom) ^ 2
        <= (rules ->> 'slender')::float8 * public.ST_Area(part.geom)
$$;

-- Refuse a row that overlaps another of its group, or leaves what its group belongs to. A changed row
-- is judged at the end of the transaction, as it is then: a border is moved in two rows. A new one
-- is judged with its statement, since QGIS shows what a statement says and only logs what COMMIT says;
-- SET CONSTRAINTS ALL DEFERRED lets it wait, too.
CREATE OR REPLACE FUNCTION sip.keep_ground() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    refused boolean;
    rules jsonb := (SELECT g.rules FROM sip.ground AS g WHERE g.layer = TG_TABLE_NAME);
    mine record;
    other record;
BEGIN
    EXECUTE format(
        'SELECT t.geom, t.%1$I::text AS mates, t.%2$I::text AS name FROM %3$I.%4$I AS t'
        ' WHERE t.id = $1 AND (%5$s)',
        rules ->> 'by', rules ->> 'name', TG_TABLE_SCHEMA, TG_TABLE_NAME, rules ->> 'where')
    INTO mine USING NEW.id;
    IF mine.geom IS NULL OR mine.mates IS NULL THEN
        RETURN NULL;
    END IF;
    IF (rules ->> 'apart')::boolean THEN
        EXECUTE format(
            'SELECT t.%2$I::text AS name, common.geom FROM %3$I.%4$I AS t,'
            ' LATERAL (SELECT sip.real_parts(ST_Intersection(t.geom, $1), $4) AS geom) AS common'
            ' WHERE t.id <> $2 AND t.%1$I::text = $3 AND ST_Intersects(t.geom, $1)'
            ' AND NOT ST_Touches(t.geom, $1) AND common.geom IS NOT NULL AND (%5$s)'
            ' ORDER BY ST_Area(common.geom) DESC LIMIT 1',
            rules ->> 'by', rules ->> 'name', TG_TABLE_SCHEMA, TG_TABLE_NAME, rules ->> 'where')
        INTO other USING mine.geom, NEW.id, mine.mates, rules;
        IF other.geom IS NOT NULL THEN
            refused := sip.refuse_step('ground_apart',
                '%1$s nakłada się na %4$s: %7$s m² przy (%10$s). Poprowadź wspólną granicę przez te same punkty.',
                '%1$s overlaps %4$s: %7$s m² at (%10$s). Draw the common boundary through the same points.',
                mine.name, '', '', other.name, '', '',
                round(ST_Area(other.geom)::numeric, 1)::text, '', '', sip.place_of(other.geom));
        END IF;
    END IF;
    IF (rules ->> 'inside')::boolean THEN
        EXECUTE format(
            'SELECT t.%1$I::text AS name, sip.real_parts(ST_Difference($1, t.geom), $3) AS geom'
            ' FROM %2$I.%3$I AS t WHERE t.%4$I::text = $2 LIMIT 1',
            rules -> 'outer' ->> 'name', rules -> 'outer' ->> 'place', rules -> 'outer' ->> 'layer',
            rules -> 'outer' ->> 'key')
        INTO other USING mine.geom, mine.mates, rules;
        IF other.geom IS NOT NULL THEN
            refused := sip.refuse_step('ground_inside',
                '%1$s wychodzi poza granicę aktu „%4$s”: %7$s m² przy (%10$s). Przytnij do granicy aktu albo popraw granicę.',
                '%1$s leaves the act "%4$s": %7$s m² at (%10$s). Cut it to the boundary of the act, or correct the boundary.',
                mine.name, '', '', other.name, '', '',
                round(ST_Area(other.geom)::numeric, 1)::text, '', '', sip.place_of(other.geom));
        END IF;
    END IF;
    RETURN NULL;
END
$$;

-- A place as people read it: east, north.
CREATE OR REPLACE FUNCTION sip.place_of(shape public.geometry) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT format('%s, %s', round(public.ST_X(p)::numeric, 1), round(public.ST_Y(p)::numeric, 1))
    FROM public.ST_PointOnSurface(shape) AS p
$$;

-- Let a layer off its rules.
CREATE OR REPLACE FUNCTION sip.let_off_ground(wanted text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    place text := (SELECT g.place FROM sip.ground AS g WHERE g.layer = wanted);
BEGIN
    IF to_regclass(format('%I.%I', place, wanted)) IS NOT NULL THEN
        EXECUTE format('DROP TRIGGER IF EXISTS keep_ground ON %I.%I', place, wanted);
        EXECUTE format('DROP TRIGGER IF EXISTS keep_new_ground ON %I.%I', place, wanted);
    END IF;
END
$$;

-- Tie a layer to its rules, or to others.
CREATE OR REPLACE FUNCTION sip.tie_ground(wanted text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    place text := (SELECT g.place FROM sip.ground AS g WHERE g.layer = wanted);
BEGIN
    PERFORM sip.let_off_ground(wanted);
    EXECUTE format(
        'CREATE CONSTRAINT TRIGGER keep_ground AFTER UPDATE ON %I.%I'
        ' DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sip.keep_ground()',
        place, wanted);
    EXECUTE format(
        'CREATE CONSTRAINT TRIGGER keep_new_ground AFTER INSERT ON %I.%I'
        ' DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION sip.keep_ground()',
        place, wanted);
END
$$;

-- Whether there is such a table, and the one who asks reads it.
CREATE OR REPLACE FUNCTION sip.is_read(place text, layer text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(has_table_privilege(to_regclass(format('%I.%I', place, layer)), 'SELECT'), false)
$$;

-- What is wrong on the ground of drafts that the one who asks may see, by the rules of the validator of files (G04 to G06, L04).
DROP VIEW IF EXISTS sip.ground_finding;
DROP FUNCTION IF EXISTS sip.ground_findings();
CREATE FUNCTION sip.ground_findings() RETURNS TABLE (
    act text, layer text, rule text, object text, reason_pl text, reason_en text, geom public.geometry
)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    one record;
    parameter record;
BEGIN
    FOR one IN SELECT g.*, g.rules -> 'outer' AS outer_ FROM sip.ground AS g ORDER BY g.layer LOOP
        CONTINUE WHEN NOT sip.is_read(one.place, one.layer)
            OR NOT sip.is_read(one.outer_ ->> 'place', one.outer_ ->> 'layer');
        RETURN QUERY EXECUTE format($q$
            WITH act AS MATERIALIZED (
                SELECT t.%1$I::text AS key, t.%2$I::text AS name, t.geom
                FROM %3$I.%4$I AS t WHERE (%5$s)
            ), area AS MATERIALIZED (
                SELECT t.id, t.%6$I::text AS act, t.%7$I::text AS name, t.geom
                FROM %8$I.%9$I AS t WHERE t.%6$I::text IN (SELECT key FROM act) AND (%10$s)
            ), overlap AS (
                SELECT b.act, b.name, a.name AS other, sip.real_parts(ST_Intersection(a.geom, b.geom), $1) AS geom
                FROM area AS a JOIN area AS b ON a.act = b.act AND a.id < b.id
                    AND ST_Intersects(a.geom, b.geom) AND NOT ST_Touches(a.geom, b.geom)
            ), outside AS (
                SELECT act.key AS act, area.name, act.name AS other, sip.real_parts(ST_Difference(area.geom, act.geom), $1) AS geom
                FROM area JOIN act ON act.key = area.act
                WHERE NOT ST_Covers(act.geom, area.geom)
            ), gap AS (
                SELECT act.key AS act, act.name, sip.real_parts(ST_Difference(act.geom,
                    (SELECT ST_Union(area.geom) FROM area WHERE area.act = act.key)), $1) AS geom
                FROM act WHERE $2 AND EXISTS (SELECT FROM area WHERE area.act = act.key)
            )
            SELECT act, $3, 'G05', name, format('%%s nakłada się na %%s: %%s m²', name, other, round(ST_Area(geom))),
                format('%%s overlaps %%s: %%s m²', name, other, round(ST_Area(geom))), geom
            FROM overlap WHERE geom IS NOT NULL
            UNION ALL
            SELECT act, $3, 'G04', name, format('%%s wychodzi poza akt %%s: %%s m²', name, other, round(ST_Area(geom))),
                format('%%s leaves the act %%s: %%s m²', name, other, round(ST_Area(geom))), geom
            FROM outside WHERE geom IS NOT NULL
            UNION ALL
            SELECT gap.act, $3, 'G06', gap.name, format('luka %%s m² w akcie %%s', round(ST_Area(part.geom)), gap.name),
                format('a gap of %%s m² in the act %%s', round(ST_Area(part.geom)), gap.name), ST_Multi(part.geom)
            FROM gap CROSS JOIN ST_Dump(gap.geom) AS part WHERE gap.geom IS NOT NULL
            $q$,
            one.outer_ ->> 'key', one.outer_ ->> 'name', one.outer_ ->> 'place',
            one.outer_ ->> 'layer', one.rules ->> 'drafts', one.rules ->> 'by', one.rules ->> 'name',
            one.place, one.layer, one.rules ->> 'where')
        USING one.rules, (one.rules ->> 'fill')::boolean, one.layer;
        FOR parameter IN
            SELECT p.name, p.sign FROM (
                SELECT jsonb_array_elements_text(one.rules #> '{within,at_most}') AS name, '>' AS sign
                UNION ALL
                SELECT jsonb_array_elements_text(one.rules #> '{within,at_least}'), '<') AS p
        LOOP
            CONTINUE WHEN NOT sip.is_read(one.rules ->> 'within_place', one.rules #>> '{within,layer}');
            RETURN QUERY EXECUTE format($q$
                SELECT act.key, $3, 'L04', mine.%7$I::text,
                    format('%%s: %%s = %%s, a strefa %%s ma %%s', mine.%7$I, $4, mine.%11$I, b.name, b.value),
                    format('%%s: %%s = %%s, but the zone %%s has %%s', mine.%7$I, $4, mine.%11$I, b.name, b.value),
                    common.geom
                FROM %8$I.%9$I AS mine
                JOIN (SELECT t.%1$I::text AS key FROM %3$I.%4$I AS t WHERE (%5$s)) AS act
                    ON act.key = mine.%6$I::text
                JOIN (SELECT t.%14$I::text AS name, t.%11$I AS value, t.geom FROM %12$I.%13$I AS t
                    WHERE (%15$s)) AS b ON ST_Intersects(mine.geom, b.geom) AND mine.%11$I %16$s b.value
                CROSS JOIN LATERAL (SELECT sip.real_parts(ST_Intersection(mine.geom, b.geom), $1) AS geom) AS common
                WHERE common.geom IS NOT NULL
                $q$,
                one.outer_ ->> 'key', one.outer_ ->> 'name', one.outer_ ->> 'place',
                one.outer_ ->> 'layer', one.rules ->> 'drafts', one.rules ->> 'by', one.rules ->> 'name',
                one.place, one.layer, one.rules ->> 'where', parameter.name,
                one.rules ->> 'within_place', one.rules #>> '{within,layer}',
                one.rules ->> 'within_name', one.rules #>> '{within,where}', parameter.sign)
            USING one.rules, NULL::boolean, one.layer, parameter.name;
        END LOOP;
    END LOOP;
END
$$;
