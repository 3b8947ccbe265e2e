SELECT symbol, symbol_class, count(*) AS areas,
    round(sum(ST_Area(geom))::numeric / 10000, 2)::float8 AS area_ha
FROM planning.plan_land_use GROUP BY symbol, symbol_class ORDER BY symbol, symbol_class
