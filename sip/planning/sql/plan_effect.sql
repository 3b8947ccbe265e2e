SELECT document_identifier, act_identifier, role FROM planning.plan_effect
