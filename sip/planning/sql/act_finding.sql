INSERT INTO sip.act_finding (act, layer, rule, severity, object, reason_pl, reason_en, law, geom)
VALUES (%(act)s, %(layer)s, %(rule)s, %(severity)s, %(object)s, %(pl)s, %(en)s, %(law)s,
    ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(%(place)s), 4326), %(crs)s::int))
