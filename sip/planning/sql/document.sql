SELECT identifier FROM planning.plan_document
WHERE %(name)s IN (identifier, local_id, document_no, title) LIMIT 2
