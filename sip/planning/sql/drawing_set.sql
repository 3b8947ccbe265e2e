INSERT INTO planning.plan_drawing AS one (
    identifier, namespace, local_id, version_id, title, link, legend_link, original_link,
    original_sha256, drawing_crs,
    scale_denominator, valid_from, version_from, act_identifier, geom
) VALUES (
    %(identifier)s, %(namespace)s, %(local_id)s, %(version_id)s, %(title)s, %(link)s,
    %(legend_link)s, %(original_link)s, %(original_sha256)s, %(drawing_crs)s, %(scale)s, %(valid_from)s, %(version_from)s, %(act)s,
    st_multi(st_geomfromwkb(%(geom)s, %(crs)s))
) ON CONFLICT (identifier) DO UPDATE SET
    title = excluded.title, link = excluded.link, drawing_crs = excluded.drawing_crs,
    original_link = excluded.original_link, original_sha256 = excluded.original_sha256,
    legend_link = coalesce(excluded.legend_link, one.legend_link),
    scale_denominator = excluded.scale_denominator, geom = excluded.geom
