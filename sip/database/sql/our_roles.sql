-- Roles of ours: those named sip_*, and whoever is a member of one of them, however far.
WITH RECURSIVE ours (oid) AS (
    SELECT oid FROM pg_roles WHERE rolname LIKE 'sip\_%'
    UNION
    SELECT m.member FROM pg_auth_members AS m JOIN ours ON ours.oid = m.roleid
)
SELECT jsonb_build_object(
    'name', r.rolname,
    'login', r.rolcanlogin,
    'inherit', r.rolinherit,
    'limit', r.rolconnlimit,
    'until', r.rolvaliduntil,
    'verifier', r.rolpassword,
    'comment', shobj_description(r.oid, 'pg_authid'),
    'settings', ARRAY(
        SELECT unnest(s.setconfig) FROM pg_db_role_setting AS s
        WHERE s.setrole = r.oid AND s.setdatabase = 0 ORDER BY 1
    ),
    'groups', ARRAY(
        SELECT jsonb_build_array(g.rolname, bool_or(m.admin_option))
        FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid
        WHERE m.member = r.oid GROUP BY g.rolname ORDER BY g.rolname
    )
)
FROM pg_authid AS r JOIN ours USING (oid)
WHERE NOT r.rolsuper
ORDER BY r.rolname
