SELECT reference, map_date, link, act_identifier FROM planning.plan_base_map
