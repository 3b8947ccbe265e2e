SELECT count(*) FROM {} AS part JOIN planning.plan_act AS act ON act.identifier = part.act_identifier
WHERE part.version_to IS NULL AND act.version_to IS NOT NULL
    AND (act.namespace, act.local_id) IN (SELECT * FROM unnest(%(spaces)s::text[], %(names)s::text[]))
