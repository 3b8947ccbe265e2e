-- The units to choose from.
SELECT {unit_key}::text AS unit, {unit_name}::text AS unit_name FROM {units} ORDER BY 2, 1 LIMIT %(most)s
