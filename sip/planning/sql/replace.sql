INSERT INTO planning.plan_cut (act_identifier, replaced_by) VALUES (%s, %s)
