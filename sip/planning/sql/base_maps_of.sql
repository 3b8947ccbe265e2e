SELECT * FROM planning.plan_base_map WHERE act_identifier = ANY (%(acts)s)
ORDER BY map_date, reference, link
