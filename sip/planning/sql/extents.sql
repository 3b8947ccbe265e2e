SELECT identifier, ST_AsBinary(geom) FROM planning.plan_act
