SELECT key FROM sip.life, jsonb_each(rules -> 'steps')
WHERE layer = 'plan_act' AND value -> 'from' ? %(state)s ORDER BY key
