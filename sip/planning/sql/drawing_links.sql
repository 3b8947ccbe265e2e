SELECT link FROM planning.plan_drawing
WHERE version_to IS NULL AND (valid_to IS NULL OR valid_to > current_date)
ORDER BY version_from, identifier
