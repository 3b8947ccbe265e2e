SELECT s.state, s.step_date, s.ends_on, d.title AS document, s.note,
    coalesce(sip.law_of(sip.life_of(l.rules, a.act_type) -> 'steps' -> s.state), '') AS law,
    coalesce(c.who, '') AS who
FROM planning.plan_act AS a
JOIN planning.plan_act AS v ON (v.namespace, v.local_id) = (a.namespace, a.local_id)
JOIN planning.plan_step AS s ON s.act_identifier = v.identifier
JOIN sip.life AS l ON l.layer = 'plan_act'
LEFT JOIN planning.plan_document AS d ON d.identifier = s.document_identifier
LEFT JOIN sip.changeset AS c ON c.id = s.row_changeset
WHERE a.identifier = %(act)s ORDER BY s.step_date, s.id
