-- Every table, view and materialised view of the given schemas, with its columns, constraints and
-- indexes; one row each.
SELECT
    n.nspname AS schema,
    c.relname AS name,
    c.relkind::text AS kind,
    obj_description(c.oid, 'pg_class') AS comment,
    c.relrowsecurity AS guarded,
    ARRAY(
        SELECT jsonb_build_object(
            'role', coalesce(r.rolname, 'public'), 'privilege', g.privilege_type,
            'column', g.column_name
        )
        FROM (
            SELECT grantee, privilege_type, '' AS column_name FROM aclexplode(c.relacl)
            UNION ALL
            SELECT x.grantee, x.privilege_type, a.attname
            FROM pg_attribute AS a CROSS JOIN aclexplode(a.attacl) AS x
            WHERE a.attrelid = c.oid AND NOT a.attisdropped
            UNION ALL
            SELECT x.grantee, x.privilege_type, ''
            FROM pg_depend AS d
            JOIN pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
            CROSS JOIN aclexplode(s.relacl) AS x
            WHERE d.refobjid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'a'
                AND x.privilege_type = 'USAGE'
        ) AS g
        LEFT JOIN pg_roles AS r ON r.oid = g.grantee
        WHERE g.grantee <> c.relowner
    ) AS grants,
    ARRAY(
        SELECT jsonb_build_object(
            'name', p.polname,
            'declared', obj_description(p.oid, 'pg_policy')
        )
        FROM pg_policy AS p
        WHERE p.polrelid = c.oid
    ) AS policies,
    ARRAY(
        SELECT jsonb_build_object(
            'name', a.attname,
            'type', lower(format_type(a.atttypid, a.atttypmod)),
            'required', a.attnotnull,
            'default', pg_get_expr(d.adbin, d.adrelid),
            'comment', col_description(c.oid, a.attnum)
        )
        FROM pg_attribute AS a
        LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
    ) AS columns,
    ARRAY(
        SELECT jsonb_build_object(
            'name', k.conname,
            'declared', obj_description(k.oid, 'pg_constraint')
        )
        FROM pg_constraint AS k
        WHERE k.conrelid = c.oid
    ) AS constraints,
    ARRAY(
        SELECT jsonb_build_object(
            'name', i.relname,
            'declared', obj_description(i.oid, 'pg_class')
        )
        FROM pg_index AS x
        JOIN pg_class AS i ON i.oid = x.indexrelid
        WHERE x.indrelid = c.oid
    ) AS indexes
FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE
    c.relkind IN ('r', 'v', 'm')
    AND n.nspname = ANY(:schemas)
ORDER BY 1, 2
