-- What a permit costs by its own area, rate and time: per day, or per year where devices are placed
-- (purpose 2; a part of a year by its days). Both the first and the last day are charged.
WITH counted AS (
    SELECT p.*, greatest(p.area_m2, 1) AS charged_area_m2,
           p.valid_to - p.valid_from + 1 AS lasting_d,
           greatest(p.area_m2, 1) * p.rate_pln
               / CASE p.purpose WHEN '2' THEN 365 ELSE 1 END AS day_pln
    FROM roads.right_of_way_permit AS p
), due AS (
    SELECT c.*, round((day_pln * lasting_d)::numeric, 2)::double precision AS due_pln
    FROM counted AS c
)
SELECT id, decision_no,
       CASE WHEN fee_pln IS NULL OR due_pln IS NULL THEN 'unknown'
            WHEN fee_pln < due_pln - 0.5 THEN 'too_low'
            WHEN fee_pln > due_pln + 0.5 THEN 'too_high'
            ELSE 'agrees' END AS verdict,
       road_no, purpose, status, charged_area_m2, lasting_d::integer, rate_pln, fee_pln, due_pln,
       round((fee_pln - due_pln)::numeric, 2)::double precision AS difference_pln,
       round((10 * day_pln)::numeric, 2)::double precision AS overrun_day_pln,
       valid_from, valid_to, geom
FROM due
