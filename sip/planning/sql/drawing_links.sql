SELECT link FROM planning.plan_drawing WHERE version_to IS NULL ORDER BY version_from, identifier
