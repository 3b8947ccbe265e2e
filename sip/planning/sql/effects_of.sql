SELECT DISTINCT document_identifier, act_identifier, role FROM planning.plan_effect
WHERE act_identifier = ANY (%(acts)s) ORDER BY 1, 2, 3
