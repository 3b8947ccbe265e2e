SELECT symbol, valid_from, count(*) AS areas, round(sum(ST_Area(geom))::numeric / 10000, 2) AS area_ha
FROM planning.plan_land_use GROUP BY symbol, valid_from ORDER BY symbol, valid_from
