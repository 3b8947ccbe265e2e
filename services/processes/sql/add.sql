INSERT INTO job.job (process, inputs, outputs) VALUES ($1, $2, $3) RETURNING *
