SELECT key AS state, sip.law_of(value) AS law, value -> 'documents' AS roles
FROM sip.life, jsonb_each(sip.life_of(rules, %(act_type)s) -> 'steps')
WHERE layer = 'plan_act' AND value -> 'from' ? %(state)s ORDER BY key
