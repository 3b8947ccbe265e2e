-- Fields that hold symbols of dictionaries (the key `symbols` of fields). Which dictionaries, and where
-- a row says which of them, is data (sip.dictionary); what keeps the class of a symbol stands here.
CREATE TABLE IF NOT EXISTS sip.dictionary (
    layer text PRIMARY KEY,
    place text NOT NULL,
    rules jsonb NOT NULL,
    made_from text NOT NULL
);
GRANT SELECT ON sip.dictionary TO sip_viewer;

-- The first part of a symbol that the dictionary of its row knows, as a code; NULL where it knows none.
CREATE OR REPLACE FUNCTION sip.symbol_class(one jsonb, rules jsonb) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    written text := one ->> (rules ->> 'symbol');
    since date := coalesce((one ->> (rules ->> 'since'))::date, current_date);
    chosen text;
    codes jsonb;
BEGIN
    EXECUTE format('SELECT %I FROM %I.%I WHERE %I::text = $1 LIMIT 1',
        rules ->> 'choice', rules ->> 'outer_place', rules ->> 'outer', rules ->> 'outer_key')
    INTO chosen USING one ->> (rules ->> 'relation');
    IF chosen IS NULL THEN
        SELECT list ->> 'begins' INTO chosen
        FROM jsonb_array_elements(rules -> 'lists') WITH ORDINALITY AS known (list, position)
        WHERE coalesce((list ->> 'valid_from')::date, '-infinity') <= since
        ORDER BY position DESC LIMIT 1;
    END IF;
    SELECT list -> 'codes' INTO codes FROM jsonb_array_elements(rules -> 'lists') AS known (list)
    WHERE list ->> 'begins' = chosen;
    RETURN (
        SELECT chosen || ' ' || part.named
        FROM (
            SELECT 0 AS position, written AS named
            UNION ALL
            SELECT cut.position, regexp_replace(cut.part, '^[0-9.]+|[0-9.]+$', '', 'g')
            FROM regexp_split_to_table(written, '[/,;+&\s-]+') WITH ORDINALITY AS cut (part, position)
        ) AS part
        WHERE codes ? part.named ORDER BY part.position LIMIT 1);
END
$$;

CREATE OR REPLACE FUNCTION sip.keep_symbol_class() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    rules jsonb := (SELECT d.rules FROM sip.dictionary AS d WHERE d.layer = TG_TABLE_NAME);
    one jsonb := jsonb_build_object(
        rules ->> 'symbol', NULL, rules ->> 'since', NULL, rules ->> 'relation', NULL);
BEGIN
    EXECUTE format('SELECT jsonb_build_object(%1$L, $1.%1$I, %2$L, $1.%2$I, %3$L, $1.%3$I)',
        rules ->> 'symbol', rules ->> 'since', rules ->> 'relation')
    INTO one USING NEW;
    RETURN jsonb_populate_record(
        NEW, jsonb_build_object(rules ->> 'class_field', sip.symbol_class(one, rules)));
END
$$;

-- An act that names another dictionary changes what its symbols mean.
CREATE OR REPLACE FUNCTION sip.keep_symbol_classes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    told sip.dictionary;
BEGIN
    FOR told IN SELECT d.* FROM sip.dictionary AS d
        WHERE d.layer = TG_ARGV[0]
        AND to_jsonb(OLD) ->> (d.rules ->> 'choice')
            IS DISTINCT FROM to_jsonb(NEW) ->> (d.rules ->> 'choice')
    LOOP
        EXECUTE format('UPDATE %1$I.%2$I SET %3$I = %3$I WHERE %4$I::text = $1',
            told.place, told.layer, told.rules ->> 'symbol', told.rules ->> 'relation')
        USING to_jsonb(NEW) ->> (told.rules ->> 'outer_key');
    END LOOP;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION sip.untie_dictionary(wanted text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    told sip.dictionary := (SELECT d FROM sip.dictionary AS d WHERE d.layer = wanted);
    outer_name text := format('%I.%I', told.rules ->> 'outer_place', told.rules ->> 'outer');
BEGIN
    IF to_regclass(format('%I.%I', told.place, wanted)) IS NOT NULL THEN
        EXECUTE format('DROP TRIGGER IF EXISTS keep_symbol_class ON %I.%I', told.place, wanted);
    END IF;
    IF to_regclass(outer_name) IS NOT NULL THEN
        EXECUTE format('DROP TRIGGER IF EXISTS %I ON %s',
            'keep_symbols_of_' || wanted, outer_name);
    END IF;
END
$$;

-- Tie a layer to its dictionaries, or to others; rows that are there get their class, which is no
-- change that anybody made.
CREATE OR REPLACE FUNCTION sip.tie_dictionary(wanted text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    told sip.dictionary := (SELECT d FROM sip.dictionary AS d WHERE d.layer = wanted);
    place text := format('%I.%I', told.place, wanted);
BEGIN
    PERFORM sip.untie_dictionary(wanted);
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', place);
    EXECUTE format(
        'UPDATE %1$s AS t SET %2$I = sip.symbol_class(to_jsonb(t) - ''geom'', $1)'
        ' WHERE %2$I IS DISTINCT FROM sip.symbol_class(to_jsonb(t) - ''geom'', $1)',
        place, told.rules ->> 'class_field') USING told.rules;
    EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', place);
    EXECUTE format(
        'CREATE TRIGGER keep_symbol_class BEFORE INSERT OR UPDATE ON %s'
        ' FOR EACH ROW EXECUTE FUNCTION sip.keep_symbol_class()', place);
    EXECUTE format(
        'CREATE TRIGGER %I AFTER UPDATE OF %I ON %I.%I'
        ' FOR EACH ROW EXECUTE FUNCTION sip.keep_symbol_classes(%L)', 'keep_symbols_of_' || wanted,
        told.rules ->> 'choice', told.rules ->> 'outer_place', told.rules ->> 'outer', wanted);
END
$$;
