SELECT * FROM job.job
WHERE ($1::text[] IS NULL OR process = ANY($1))
    AND ($2::text[] IS NULL OR status = ANY($2))
    AND ($3::timestamptz IS NULL OR created >= $3)
    AND ($4::timestamptz IS NULL OR created <= $4)
    AND ($5::integer IS NULL OR coalesce(finished, now()) - started >= make_interval(secs => $5))
    AND ($6::integer IS NULL OR coalesce(finished, now()) - started <= make_interval(secs => $6))
ORDER BY created DESC, id
LIMIT $7
