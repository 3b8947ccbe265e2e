-- Public counts of registers that are not public. Nobody but the owner reads these tables: views
-- that are computed from sip.public_count are what is shown. Why so: docs/decisions/0010.
CREATE TABLE IF NOT EXISTS sip.public_count_of (
    layer text PRIMARY KEY,
    salt uuid NOT NULL DEFAULT gen_random_uuid(),
    made_from text
);

-- The rows that the counts in force were made from; a unit (a household) is known by a digest.
CREATE TABLE IF NOT EXISTS sip.counted (
    layer text NOT NULL,
    area text NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL,
    PRIMARY KEY (layer, area, unit, kind)
);

-- All that may be shown, or be computed to be shown.
CREATE TABLE IF NOT EXISTS sip.public_count (
    layer text NOT NULL,
    area text NOT NULL,
    kind text NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (layer, area, kind)
);

-- Takes the rows of now from the temporary table `live` (area, unit, kind).
CREATE OR REPLACE FUNCTION sip.count_in_public(of_layer text, minimum integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    secret text;
BEGIN
    INSERT INTO sip.public_count_of (layer) VALUES (of_layer) ON CONFLICT DO NOTHING;
    SELECT salt::text INTO secret FROM sip.public_count_of WHERE layer = of_layer FOR UPDATE;
    CREATE TEMPORARY TABLE fresh ON COMMIT DROP AS
    SELECT DISTINCT l.area, encode(sha256(convert_to(secret || l.unit, 'UTF8')), 'hex') AS unit,
        l.kind
    FROM pg_temp.live AS l;
    -- An area follows the register when `minimum` of its units have come, gone or changed: what
    -- two publications differ by is never about fewer.
    CREATE TEMPORARY TABLE moved ON COMMIT DROP AS
    SELECT d.area
    FROM (
        (TABLE pg_temp.fresh EXCEPT SELECT c.area, c.unit, c.kind FROM sip.counted AS c
                                    WHERE c.layer = of_layer)
        UNION ALL
        (SELECT c.area, c.unit, c.kind FROM sip.counted AS c WHERE c.layer = of_layer
         EXCEPT TABLE pg_temp.fresh)
    ) AS d
    GROUP BY d.area
    HAVING count(DISTINCT d.unit) >= minimum;
    DELETE FROM sip.counted AS c
    WHERE c.layer = of_layer AND c.area IN (SELECT m.area FROM pg_temp.moved AS m);
    INSERT INTO sip.counted (layer, area, unit, kind)
    SELECT of_layer, f.area, f.unit, f.kind
    FROM pg_temp.fresh AS f WHERE f.area IN (SELECT m.area FROM pg_temp.moved AS m);
    -- Each number is rounded to a multiple of `minimum`, up or down by a threshold of its own that
    -- nobody knows and that never changes: right on average, and asking again tells no more.
    DELETE FROM sip.public_count AS p WHERE p.layer = of_layer;
    INSERT INTO sip.public_count (layer, area, kind, number)
    SELECT of_layer, n.area, n.kind, (n.units + n.threshold) / minimum * minimum
    FROM (
        SELECT c.area, c.kind, count(*) AS units,
            ('x' || left(md5(secret || c.area || '/' || c.kind), 8))::bit(32)::bigint % minimum
                AS threshold
        FROM sip.counted AS c
        WHERE c.layer = of_layer AND c.area IN (
            SELECT a.area FROM sip.counted AS a WHERE a.layer = of_layer
            GROUP BY a.area HAVING count(DISTINCT a.unit) >= minimum
        )
        GROUP BY c.area, c.kind
    ) AS n
    WHERE n.units + n.threshold >= minimum;
    DROP TABLE pg_temp.fresh, pg_temp.moved;
END
$$;
