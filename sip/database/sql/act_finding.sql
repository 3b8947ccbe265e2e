-- What the validator of files says of acts under way. The worker writes it moments after a change
-- (sip/planning/judging.py); the view beneath is what QGIS shows.
CREATE TABLE IF NOT EXISTS sip.act_judged (
    act text PRIMARY KEY,
    mark text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS sip.act_finding (
    act text NOT NULL REFERENCES sip.act_judged ON DELETE CASCADE,
    layer text NOT NULL,
    rule text NOT NULL,
    severity text NOT NULL,
    object text NOT NULL,
    reason_pl text NOT NULL,
    reason_en text NOT NULL,
    law text NOT NULL,
    geom public.geometry
);
CREATE INDEX IF NOT EXISTS act_finding_act_idx ON sip.act_finding (act);

-- The acts under way that the one who asks may see: drafts may be hidden from him.
DROP FUNCTION IF EXISTS sip.acts_under_way();
CREATE FUNCTION sip.acts_under_way() RETURNS TABLE (act text, name text, srid integer)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    kind record;
BEGIN
    FOR kind IN
        SELECT g.rules -> 'outer' AS acts, string_agg(DISTINCT format('(%s)', g.rules ->> 'drafts'), ' OR ') AS drafts
        FROM sip.ground AS g GROUP BY 1
    LOOP
        CONTINUE WHEN NOT sip.is_read(kind.acts ->> 'place', kind.acts ->> 'layer');
        RETURN QUERY EXECUTE format(
            'SELECT t.%1$I::text, coalesce(t.%2$I::text, t.%1$I::text), ST_SRID(t.geom) FROM %3$I.%4$I AS t'
            ' WHERE t.%1$I IS NOT NULL AND (%5$s)',
            kind.acts ->> 'key', kind.acts ->> 'name', kind.acts ->> 'place', kind.acts ->> 'layer', kind.drafts);
    END LOOP;
END
$$;

-- Another one whenever an act, or what belongs to it, is; it tells nothing else.
CREATE OR REPLACE FUNCTION sip.act_mark(act text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    acts jsonb;
    part jsonb;
    found text;
    mark text := '';
BEGIN
    FOR acts IN SELECT DISTINCT g.rules -> 'outer' FROM sip.ground AS g LOOP
        FOR part IN
            SELECT jsonb_array_elements(acts -> 'parts' || jsonb_build_object(
                'place', acts -> 'place', 'layer', acts -> 'layer', 'field', acts -> 'key'))
        LOOP
            CONTINUE WHEN to_regclass(format('%I.%I', part ->> 'place', part ->> 'layer')) IS NULL;
            EXECUTE format(
                'SELECT format(''%%s.%%s '', count(*), max(t.row_changeset)) FROM %I.%I AS t WHERE t.%I::text = $1',
                part ->> 'place', part ->> 'layer', part ->> 'field')
            INTO found USING act;
            mark := mark || found;
        END LOOP;
    END LOOP;
    RETURN md5(mark);
END
$$;
REVOKE EXECUTE ON FUNCTION sip.act_mark(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sip.act_mark(text) TO sip_viewer;

-- What is wrong with acts under way, as QGIS shows it: what shares ground at once, all else when it
-- was judged. What is no area is told by a metre around it; what has no place has an empty one, since
-- QGIS shows no rows without.
CREATE VIEW sip.ground_finding AS
WITH way AS MATERIALIZED (SELECT * FROM sip.acts_under_way())
SELECT row_number() OVER () AS id, act, told.layer, told.rule, told.severity, told.object,
    told.reason_pl, told.reason_en, told.law,
    coalesce(told.geom, public.ST_GeomFromText('MULTIPOLYGON EMPTY', way.srid)) AS geom
FROM way JOIN (
    SELECT f.act, f.layer, f.rule, 'error' AS severity, f.object, f.reason_pl, f.reason_en, '' AS law, f.geom
    FROM sip.ground_findings() AS f
    UNION ALL
    SELECT f.act, f.layer, f.rule, f.severity, f.object, f.reason_pl, f.reason_en, f.law,
        public.ST_Multi(CASE public.ST_Dimension(f.geom) WHEN 2 THEN f.geom ELSE public.ST_Buffer(f.geom, 1) END)
    FROM sip.act_finding AS f
    WHERE NOT (f.rule IN ('G04', 'G05', 'G06', 'L04') AND f.layer IN (SELECT g.layer FROM sip.ground AS g))
    UNION ALL
    SELECT way.act, '', '', 'note', way.name,
        'Ostatnia zmiana nie jest jeszcze sprawdzona wszystkimi regułami: trwa to chwilę, gdy działają usługi (sip up).',
        'The last change is not yet checked by all rules: it takes a moment while the services run (sip up).',
        '', NULL
    FROM way LEFT JOIN sip.act_judged AS j USING (act)
    WHERE j.mark IS DISTINCT FROM sip.act_mark(way.act)
) AS told USING (act);
GRANT SELECT ON sip.ground_finding TO sip_viewer;
