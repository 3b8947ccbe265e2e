-- Every table, view and materialised view of the given schemas, with its columns, constraints and
-- indexes; one row each.
SELECT
    n.nspname AS schema,
    c.relname AS name,
    c.relkind::text AS kind,
    obj_description(c.oid, 'pg_class') AS comment,
    coalesce(has_table_privilege('sip_editor', c.oid, 'SELECT'), false) AS editor,
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
