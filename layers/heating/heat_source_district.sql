-- Shares of kinds of heating; nothing about fewer than ten buildings, and all numbers in fives,
-- so that cells and districts cannot be subtracted from one another.
SELECT d.id, d.name,
       (round(count(*) / 5.0) * 5)::bigint AS source_count,
       (round(avg((s.kind BETWEEN 'HS02' AND 'HS06')::int) * 20) * 5)::bigint AS solid_fuel_pct,
       (round(avg((s.boiler_class = 'brak')::int) * 20) * 5)::bigint AS unclassed_boiler_pct,
       (round(avg((s.kind = 'HS01')::int) * 20) * 5)::bigint AS district_heating_pct,
       (round(avg((s.kind = 'HS07')::int) * 20) * 5)::bigint AS gas_pct,
       (round(avg((s.kind = 'HS09')::int) * 20) * 5)::bigint AS heat_pump_pct,
       (round(avg((s.kind IN ('HS08', 'HS10', 'HS11'))::int) * 20) * 5)::bigint AS other_pct,
       d.geom
FROM reference.district AS d
JOIN heating.heat_source AS s ON ST_Covers(d.geom, s.geom)
WHERE s.in_use AND s.valid_to IS NULL
GROUP BY d.id, d.name, d.geom
HAVING count(DISTINCT coalesce(s.building_id, s.declaration_no)) >= 10
