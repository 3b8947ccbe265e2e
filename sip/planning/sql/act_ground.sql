SELECT st_asbinary(geom), namespace FROM planning.plan_act WHERE identifier = %s
