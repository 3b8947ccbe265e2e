SELECT * FROM planning.plan_document WHERE identifier = ANY (%(documents)s) ORDER BY identifier
