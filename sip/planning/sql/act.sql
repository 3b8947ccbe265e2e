SELECT identifier, local_id, title, act_type, state, status, valid_from, valid_to
FROM planning.plan_act
WHERE version_to IS NULL
    AND %(name)s IN (identifier, local_id, title, namespace || '/' || local_id)
ORDER BY identifier LIMIT 11
