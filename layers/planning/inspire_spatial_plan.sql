SELECT id, identifier AS inspire_id, title AS official_title, alternative_title,
    CASE act_type
        WHEN 'planZagospodarowaniaPrzestrzennegoWojewodztwa' THEN 'regional plan'
        WHEN 'planOgolnyGminy' THEN 'municipal general plan'
        ELSE 'local plan' END AS plan_type_name,
    level AS level_of_spatial_plan, status AS process_step_general,
    valid_from, valid_to, version_from AS begin_lifespan_version, version_to AS end_lifespan_version,
    (SELECT string_agg(d.link, ' ' ORDER BY d.identifier)
     FROM planning.plan_effect AS e JOIN planning.plan_document AS d
         ON d.identifier = e.document_identifier
     WHERE e.act_identifier = a.identifier AND e.role = 'uchwala') AS official_document,
    geom
FROM planning.plan_act AS a
