-- The acts that a name means: their keys, and whether they have areas.
SELECT act.{key}::text AS key, {names_shown} AS shown
FROM {acts} AS act
WHERE {is_named}
ORDER BY act.{key}
