-- Which of these relations ($1 schemas, $2 names) a role ($3) may read, with the columns, and what
-- it may do to their rows.
SELECT
    n.nspname AS schema,
    c.relname AS name,
    ARRAY(
        SELECT a.attname::text FROM pg_attribute AS a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    ) AS columns,
    ARRAY(
        SELECT verb FROM unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) AS verb
        WHERE c.relkind IN ('r', 'v') AND CASE verb
            WHEN 'DELETE' THEN has_table_privilege($3::name, c.oid, verb)
            ELSE has_any_column_privilege($3::name, c.oid, verb)
        END
    ) AS changes
FROM unnest($1::text[], $2::text[]) AS wanted (schema, name)
JOIN pg_namespace AS n ON n.nspname = wanted.schema
JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = wanted.name
WHERE has_schema_privilege($3::name, n.oid, 'USAGE')
    AND has_table_privilege($3::name, c.oid, 'SELECT')
