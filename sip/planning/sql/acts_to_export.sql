SELECT *, ST_AsBinary(geom) AS geom FROM planning.plan_act
WHERE (%(former)s OR version_to IS NULL)
    AND (cardinality(%(acts)s::text[]) = 0
         OR identifier = ANY (%(acts)s) OR local_id = ANY (%(acts)s) OR namespace = ANY (%(acts)s))
ORDER BY identifier
