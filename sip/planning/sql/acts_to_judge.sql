SELECT a.act, now.mark
FROM sip.acts_under_way() AS a
CROSS JOIN LATERAL (SELECT sip.act_mark(a.act) AS mark) AS now
LEFT JOIN sip.act_judged AS j USING (act)
WHERE j.mark IS DISTINCT FROM now.mark OR j.at < now() - interval '1 hour'
ORDER BY a.act
