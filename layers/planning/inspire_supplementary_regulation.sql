SELECT 3 * id AS id, identifier AS inspire_id, act_identifier AS plan, name,
    '7_SpecificSupplementaryRegulation' AS supplementary_regulation, 'OUZ' AS specific_regulation,
    nature AS regulation_nature, status AS process_step_general, valid_from, valid_to,
    version_from AS begin_lifespan_version, version_to AS end_lifespan_version, geom
FROM planning.infill_area
UNION ALL
SELECT 3 * id + 1, identifier, act_identifier, name, '7_SpecificSupplementaryRegulation', 'OZS',
    nature, status, valid_from, valid_to, version_from, version_to, geom
FROM planning.downtown_area
UNION ALL
SELECT 3 * id + 2, identifier, act_identifier, name, '7_SpecificSupplementaryRegulation', 'OSD',
    nature, status, valid_from, valid_to, version_from, version_to, geom
FROM planning.access_standard_area
