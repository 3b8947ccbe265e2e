INSERT INTO planning.plan_step (act_identifier, state, step_date, ends_on, document_identifier, note)
VALUES (%s, %s, %s, %s, %s, %s) RETURNING act_identifier
