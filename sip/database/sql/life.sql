-- Lives: the state machines of layers/<theme>/lives/. Their rules are data (sip.life); what enforces
-- them stands here and names no state. A step is a row of the log; its trigger does what follows.
CREATE TABLE IF NOT EXISTS sip.life (
    layer text PRIMARY KEY,
    place text NOT NULL,
    rules jsonb NOT NULL,
    made_from text NOT NULL
);
GRANT SELECT ON sip.life TO sip_viewer;

-- Whether a change set is being undone.
CREATE OR REPLACE FUNCTION sip.is_undone() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    stack text;
BEGIN
    GET DIAGNOSTICS stack = PG_CONTEXT;
    RETURN stack ~ 'function sip\.go_back\(';
END
$$;

-- The title of a code, in Polish or English.
CREATE OR REPLACE FUNCTION sip.title_of(codes text, wanted text, language text) RETURNS text
LANGUAGE sql STABLE
RETURN coalesce((
    SELECT CASE language WHEN 'en' THEN title_en ELSE title_pl END
    FROM pub.code WHERE (list, code) = (codes, wanted)
), wanted);

-- Refuse with a sentence in both languages. Of each three values, the first belongs to both, the
-- second to the Polish one, the third to the English one; %1$s to %3$s and so on. It is called in an
-- assignment: PERFORM would put the whole statement into what QGIS shows to people.
DROP FUNCTION IF EXISTS sip.refuse_step(text, text, text, text[]);
CREATE FUNCTION sip.refuse_step(rule text, pl text, en text, VARIADIC words text[] DEFAULT '{}')
RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN sip.refuse(rule, format(pl, VARIADIC words), format(en, VARIADIC words));
END
$$;

-- The life of a row of some kind: what the kind does in another way stands in for what all do.
CREATE OR REPLACE FUNCTION sip.life_of(life jsonb, kind text) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN coalesce((
    SELECT life || jsonb_build_object(
        'steps', (life -> 'steps') - ARRAY(SELECT jsonb_array_elements_text(value -> 'without'))
            || (value -> 'steps'),
        'recorded', (life -> 'recorded') || (value -> 'recorded'))
    FROM jsonb_each(life -> 'kinds') WHERE value -> 'types' ? kind LIMIT 1
), life);

-- The paragraph of a step; one that nobody looked up says so.
CREATE OR REPLACE FUNCTION sip.law_of(step jsonb) RETURNS text LANGUAGE sql IMMUTABLE
RETURN (step ->> 'law') || CASE step ->> 'source' WHEN 'memory' THEN ' [memory]' ELSE '' END;

-- A copy of a row with other values.
CREATE OR REPLACE FUNCTION sip.copy_row(place text, layer text, one bigint, changes jsonb)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        $q$ INSERT INTO %1$I.%2$I
        SELECT r.* FROM %1$I.%2$I AS t, LATERAL jsonb_populate_record(NULL::%1$I.%2$I,
            to_jsonb(t) || jsonb_build_object('geom', t.geom::text, 'row_version', 1,
                'id', nextval(pg_get_serial_sequence('%1$I.%2$I', 'id'))) || $2) AS r
        WHERE t.id = $1 $q$, place, layer) USING one, changes;
END
$$;

-- A row keeps to the state that its steps led to; one that is recorded gets the state of its status.
CREATE OR REPLACE FUNCTION sip.life_state() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    refused boolean;
    life jsonb := (SELECT rules FROM sip.life WHERE layer = TG_TABLE_NAME);
    wanted text;
BEGIN
    life := sip.life_of(life, to_jsonb(NEW) ->> (life ->> 'type_field'));
    IF TG_OP = 'INSERT' THEN
        NEW.state := coalesce(NEW.state, life -> 'recorded' ->> NEW.status);
    ELSIF (NEW.state, NEW.status) IS NOT DISTINCT FROM (OLD.state, OLD.status) THEN
        RETURN NEW;
    ELSIF pg_trigger_depth() = 1 AND NOT sip.is_undone() THEN
        refused := sip.refuse_step(
            'life_by_steps',
            'Stan i status zmieniają się przez kroki: dodaj wiersz w warstwie %1$s (stan teraz: %2$s).',
            'State and status change by steps: add a row to the layer %1$s (state now: %3$s).',
            life ->> 'log', sip.title_of(life ->> 'codes', OLD.state, 'pl'),
            sip.title_of(life ->> 'codes', OLD.state, 'en'));
    END IF;
    wanted := life -> 'states' -> NEW.state ->> 'status';
    IF wanted IS DISTINCT FROM NEW.status AND NEW.status IS NOT NULL THEN
        refused := sip.refuse_step(
            'life_state_has_status', 'Stan „%1$s” ma status „%2$s”, a wpisano „%3$s”.',
            'The state "%1$s" has the status "%2$s", but "%3$s" is given.',
            NEW.state, wanted, NEW.status);
    END IF;
    RETURN NEW;
END
$$;

-- Ground in common, slivers left out.
CREATE OR REPLACE FUNCTION sip.ground(shape public.geometry, life jsonb) RETURNS public.geometry
LANGUAGE sql IMMUTABLE
RETURN (
    SELECT public.ST_Multi(public.ST_Union(p.geom))
    FROM public.ST_Dump(public.ST_CollectionExtract(shape, 3)) AS p
    WHERE public.ST_Area(p.geom) > (life ->> 'sliver_m2')::float8
        AND public.ST_Perimeter(p.geom) ^ 2
            <= public.ST_Area(p.geom) * (life ->> 'sliver_slenderness')::float8
);

-- Rows in force of kinds that exclude each other share no ground. A newer version of the same
-- object closes the former ones.
CREATE OR REPLACE FUNCTION sip.life_ground() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    refused boolean;
    life jsonb := (SELECT rules FROM sip.life WHERE layer = TG_TABLE_NAME);
    kind text := to_jsonb(NEW) ->> (life ->> 'type_field');
    one jsonb;
    other record;
BEGIN
    IF TG_OP = 'INSERT' AND NEW.version_to IS NULL
        AND pg_trigger_depth() = 1 AND NOT sip.is_undone()
    THEN
        EXECUTE format(
            'UPDATE %I.%I SET version_to = greatest($1, version_from + interval ''1 second''),'
            ' valid_to = coalesce(valid_to, greatest($2, valid_from + 1)), state = $3, status = $4'
            ' WHERE (namespace, local_id) = ($5, $6) AND id <> $7 AND version_to IS NULL'
            ' AND version_from < $1', TG_TABLE_SCHEMA, TG_TABLE_NAME)
        USING NEW.version_from, coalesce(NEW.valid_from, NEW.version_from::date),
            life ->> 'superseded', life ->> 'ended', NEW.namespace, NEW.local_id, NEW.id;
    ELSIF TG_OP = 'UPDATE' AND NEW.status = OLD.status AND NEW.geom = OLD.geom
        AND NEW.valid_from IS NOT DISTINCT FROM OLD.valid_from
        AND NEW.valid_to IS NOT DISTINCT FROM OLD.valid_to
    THEN
        RETURN NULL;
    END IF;
    IF NEW.status <> life ->> 'in_force' OR NEW.version_to IS NOT NULL THEN
        RETURN NULL;
    END IF;
    FOR one IN
        SELECT value FROM jsonb_array_elements(life -> 'exclusive') WHERE value -> 'types' ? kind
    LOOP
        PERFORM pg_advisory_xact_lock(7477010, hashtext(TG_TABLE_NAME || (one ->> 'types')));
        EXECUTE format(
            $q$ SELECT identifier, title, public.ST_Area(sip.ground(
                    public.ST_Intersection(o.geom, $1), $2)) AS area
            FROM %1$I.%2$I AS o
            WHERE o.geom && $1 AND public.ST_Intersects(o.geom, $1) AND o.status = $3
                AND o.version_to IS NULL AND $4 -> 'types' ? o.%3$I
                AND (o.namespace, o.local_id) <> ($5, $6)
                AND daterange(o.valid_from, o.valid_to) && daterange($7, $8)
                AND sip.ground(public.ST_Intersection(o.geom, $1), $2) IS NOT NULL
            ORDER BY 3 DESC LIMIT 1 $q$, TG_TABLE_SCHEMA, TG_TABLE_NAME, life ->> 'type_field')
        INTO other
        USING NEW.geom, life, life ->> 'in_force', one, NEW.namespace, NEW.local_id,
            NEW.valid_from, NEW.valid_to;
        IF other.area IS NOT NULL THEN
            refused := sip.refuse_step(
                'life_ground',
                '„%1$s” pokrywa %3$s m² obowiązującego „%2$s” (%4$s). Wskaż w warstwie %5$s, co zastępuje.',
                '"%1$s" covers %3$s m² of "%2$s", which is in force (%4$s). Say in the layer %5$s'
                ' what it replaces.',
                NEW.title, other.title, round(other.area)::text, sip.law_of(one), life ->> 'cuts');
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;

-- A part that a newer row takes from an older one is what both cover, where nobody drew it.
CREATE OR REPLACE FUNCTION sip.life_cut() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    refused boolean;
    life jsonb;
    owner text;
    home text;
BEGIN
    SELECT rules, layer, place INTO life, owner, home FROM sip.life
    WHERE rules ->> 'cuts' = TG_TABLE_NAME;
    IF NEW.geom IS NULL THEN
        EXECUTE format(
            'SELECT sip.ground(public.ST_Intersection(a.geom, b.geom), $3) FROM %1$I.%2$I AS a,'
            ' %1$I.%2$I AS b WHERE a.identifier = $1 AND b.identifier = $2', home, owner)
        INTO NEW.geom USING NEW.act_identifier, NEW.replaced_by, life;
        IF NEW.geom IS NULL AND NEW.replaced_by IS NOT NULL THEN
            refused := sip.refuse_step(
                'life_cut', 'Te akty nie mają wspólnego obszaru.',
                'These acts have no ground in common.');
        END IF;
    END IF;
    RETURN NEW;
END
$$;

-- Let parts follow: their status, and where it is given the begin or end of their validity.
CREATE OR REPLACE FUNCTION sip.members_follow(
    home text, life jsonb, owner text, status text, since date, until date
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    member text;
    sets text;
BEGIN
    FOR member IN SELECT jsonb_object_keys(life -> 'members') LOOP
        SELECT string_agg(value, ', ') INTO sets FROM (VALUES
            ('status', 'status = $2'),
            ('valid_from', 'valid_from = CASE WHEN $3 IS NOT NULL THEN $3'
                ' WHEN $4 IS NOT NULL THEN least(valid_from, $4 - 1) ELSE valid_from END'),
            ('valid_to', 'valid_to = coalesce($4, valid_to)')
        ) AS v (name, value) JOIN pg_attribute ON attname = name
            AND attrelid = format('%I.%I', home, member)::regclass AND NOT attisdropped;
        EXECUTE format('UPDATE %I.%I SET %s WHERE act_identifier = $1 AND valid_to IS NULL',
                       home, member, sets) USING owner, status, since, until;
    END LOOP;
END
$$;
