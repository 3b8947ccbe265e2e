SELECT identifier, regexp_replace(identifier, '/[0-9]{8}T[0-9]{6}$', '') AS bare FROM (
    SELECT identifier, version_from FROM planning.plan_act
    UNION ALL SELECT identifier, NULL FROM planning.plan_document
) AS one ORDER BY version_from NULLS FIRST, identifier
