SELECT e.id, d.identifier AS inspire_id, e.act_identifier AS plan, d.title AS legislation_name,
    d.short_title, d.document_no AS identification_number, d.document_date, d.date_type,
    d.valid_from AS date_entered_into_force, d.valid_to AS date_repealed, d.link,
    d.journal AS official_journal, e.role
FROM planning.plan_effect AS e
JOIN planning.plan_document AS d ON d.identifier = e.document_identifier
