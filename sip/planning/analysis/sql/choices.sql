-- The acts to choose from, by how far they are.
SELECT act.{key}::text AS key, act.{name}::text AS name, act.{status}::text AS status,
    act.{since} AS since
FROM {acts} AS act
ORDER BY act.{status}, act.{name}, act.{since}, act.{key}
LIMIT %(most)s
