-- Shares of kinds of heating in cells, of counts that tell nothing about fewer households than the
-- minimum that heat_source.yaml declares.
SELECT i * 1000000 + j AS id,
       '500m E' || i * 500 || ' N' || j * 500 AS cell,
       sources AS source_count,
       round(100 * (solid + unclassed) / sources) AS solid_fuel_pct,
       round(100 * unclassed / sources) AS unclassed_boiler_pct,
       round(100 * district / sources) AS district_heating_pct,
       round(100 * gas / sources) AS gas_pct,
       round(100 * heat_pump / sources) AS heat_pump_pct,
       round(100 * other / sources) AS other_pct,
       ST_MakeEnvelope(i * 500, j * 500, i * 500 + 500, j * 500 + 500,
                       Find_SRID('heating', 'heat_source', 'geom')) AS geom
FROM (
    SELECT split_part(area, ' ', 1)::bigint AS i, split_part(area, ' ', 2)::bigint AS j,
           sum(number) AS sources,
           coalesce(sum(number) FILTER (WHERE kind = 'solid fuel'), 0) AS solid,
           coalesce(sum(number) FILTER (WHERE kind = 'unclassed solid fuel'), 0) AS unclassed,
           coalesce(sum(number) FILTER (WHERE kind = 'district heating'), 0) AS district,
           coalesce(sum(number) FILTER (WHERE kind = 'gas'), 0) AS gas,
           coalesce(sum(number) FILTER (WHERE kind = 'heat pump'), 0) AS heat_pump,
           coalesce(sum(number) FILTER (WHERE kind = 'other'), 0) AS other
    FROM sip.public_count
    WHERE layer = 'heat_source'
    GROUP BY area
) AS cell
