-- Shares of kinds of heating; nothing about fewer than ten buildings, and all numbers in fives,
-- so that cells and districts cannot be subtracted from one another.
SELECT (c.i * 1000000 + c.j)::bigint AS id,
       '500m E' || c.i * 500 || ' N' || c.j * 500 AS cell,
       (round(count(*) / 5.0) * 5)::bigint AS source_count,
       (round(avg((s.kind BETWEEN 'HS02' AND 'HS06')::int) * 20) * 5)::bigint AS solid_fuel_pct,
       (round(avg((s.boiler_class = 'brak')::int) * 20) * 5)::bigint AS unclassed_boiler_pct,
       (round(avg((s.kind = 'HS01')::int) * 20) * 5)::bigint AS district_heating_pct,
       (round(avg((s.kind = 'HS07')::int) * 20) * 5)::bigint AS gas_pct,
       (round(avg((s.kind = 'HS09')::int) * 20) * 5)::bigint AS heat_pump_pct,
       (round(avg((s.kind IN ('HS08', 'HS10', 'HS11'))::int) * 20) * 5)::bigint AS other_pct,
       ST_MakeEnvelope(c.i * 500, c.j * 500, c.i * 500 + 500, c.j * 500 + 500,
                       min(ST_SRID(s.geom))) AS geom
FROM heating.heat_source AS s
CROSS JOIN LATERAL (SELECT floor(ST_X(s.geom) / 500)::bigint AS i,
                           floor(ST_Y(s.geom) / 500)::bigint AS j) AS c
WHERE s.in_use AND s.valid_to IS NULL
GROUP BY c.i, c.j
HAVING count(DISTINCT coalesce(s.building_id, s.declaration_no)) >= 10
