-- Shares of kinds of heating in districts, of the cells that are shown and have their centre in it:
-- a district tells nothing that its cells do not tell, and there is nothing to subtract.
SELECT d.id, d.name, sum(g.source_count) AS source_count,
       round(sum(g.source_count * g.solid_fuel_pct) / sum(g.source_count)) AS solid_fuel_pct,
       round(sum(g.source_count * g.unclassed_boiler_pct) / sum(g.source_count))
           AS unclassed_boiler_pct,
       round(sum(g.source_count * g.district_heating_pct) / sum(g.source_count))
           AS district_heating_pct,
       round(sum(g.source_count * g.gas_pct) / sum(g.source_count)) AS gas_pct,
       round(sum(g.source_count * g.heat_pump_pct) / sum(g.source_count)) AS heat_pump_pct,
       round(sum(g.source_count * g.other_pct) / sum(g.source_count)) AS other_pct,
       d.geom
FROM reference.district AS d
JOIN heating.heat_source_grid AS g ON ST_Covers(d.geom, ST_Centroid(g.geom))
GROUP BY d.id, d.name, d.geom
