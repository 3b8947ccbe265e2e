UPDATE {} AS part SET valid_to = former.valid_to, version_to = former.version_to,
    status = former.status,
    valid_from = least(part.valid_from, former.valid_to - 1)
FROM planning.plan_act AS former
JOIN planning.plan_act AS fresh
    ON (fresh.namespace, fresh.local_id) = (former.namespace, former.local_id)
WHERE fresh.identifier = ANY (%(acts)s) AND former.version_to IS NOT NULL
    AND part.act_identifier = former.identifier AND part.valid_to IS NULL
