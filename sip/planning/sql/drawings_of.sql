SELECT identifier, local_id, title, link, scale_denominator, st_asbinary(geom)
FROM planning.plan_drawing WHERE act_identifier = %s AND version_to IS NULL ORDER BY local_id
