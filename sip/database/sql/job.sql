-- Jobs: what somebody has asked a process for, how far it is, and what came of it. The queue itself
-- (schema queue) is procrastinate's; it follows from this table and can be made anew at any time.
CREATE SCHEMA IF NOT EXISTS job;
GRANT USAGE ON SCHEMA job TO sip_public;

CREATE TABLE IF NOT EXISTS job.process (
    id text PRIMARY KEY,
    lane text NOT NULL,
    longest_s integer NOT NULL
);

-- Which groups may run what; written by every migration from the groups file.
CREATE TABLE IF NOT EXISTS job.permission (
    process text NOT NULL REFERENCES job.process ON DELETE CASCADE,
    role name NOT NULL,
    PRIMARY KEY (process, role)
);

-- The person at work, whatever key they act by.
CREATE OR REPLACE FUNCTION job.person() RETURNS text
LANGUAGE sql STABLE
RETURN regexp_replace(sip.who(), '\.key[0-9]+$', '');

CREATE TABLE IF NOT EXISTS job.job (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    process text NOT NULL,
    inputs jsonb NOT NULL DEFAULT '{}',
    outputs text[],
    person text NOT NULL DEFAULT job.person(),
    role name NOT NULL DEFAULT current_user,
    status text NOT NULL DEFAULT 'accepted'
        CHECK (status IN ('accepted', 'running', 'successful', 'failed', 'dismissed')),
    message text NOT NULL DEFAULT '',
    progress smallint NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    attempts smallint NOT NULL DEFAULT 0,
    results jsonb,
    created timestamptz NOT NULL DEFAULT now(),
    started timestamptz,
    finished timestamptz,
    updated timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS job_person_idx ON job.job (person, created DESC);

CREATE OR REPLACE FUNCTION job.may_run(process text) RETURNS boolean
LANGUAGE sql STABLE
RETURN EXISTS (
    SELECT FROM job.permission AS p
    WHERE p.process = may_run.process AND pg_has_role(current_user, p.role, 'MEMBER')
);

ALTER TABLE job.job ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS own ON job.job;
DROP POLICY IF EXISTS asks ON job.job;
DROP POLICY IF EXISTS dismisses ON job.job;
CREATE POLICY own ON job.job FOR SELECT USING (person = job.person());
CREATE POLICY asks ON job.job FOR INSERT WITH CHECK (job.may_run(process));
CREATE POLICY dismisses ON job.job FOR UPDATE
USING (person = job.person()) WITH CHECK (status = 'dismissed');

GRANT SELECT ON job.process, job.permission, job.job TO sip_public;
GRANT INSERT (process, inputs, outputs) ON job.job TO sip_viewer;
GRANT UPDATE (status) ON job.job TO sip_viewer;

-- One person's jobs do not keep others from theirs. SQLSTATE SIP10: they have too many.
CREATE OR REPLACE FUNCTION job.admit() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    most constant integer := 5;
BEGIN
    IF (SELECT count(*) FROM job.job
        WHERE person = new.person AND status IN ('accepted', 'running')) >= most THEN
        RAISE EXCEPTION '% jobs of yours are not done yet', most USING ERRCODE = 'SIP10';
    END IF;
    RETURN new;
END
$$;
CREATE OR REPLACE TRIGGER admit BEFORE INSERT ON job.job
FOR EACH ROW EXECUTE FUNCTION job.admit();

-- What somebody dismisses ends now; what it has made is forgotten.
CREATE OR REPLACE FUNCTION job.dismiss() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    new.finished := coalesce(old.finished, now());
    new.updated := now();
    new.results := NULL;
    RETURN new;
END
$$;
CREATE OR REPLACE TRIGGER dismiss BEFORE UPDATE ON job.job
FOR EACH ROW WHEN (new.status = 'dismissed') EXECUTE FUNCTION job.dismiss();

-- Puts a job into the queue, in the transaction that asks for it.
CREATE OR REPLACE FUNCTION job.defer(job uuid, process text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = queue, pg_temp AS $$
    SELECT queue.procrastinate_defer_jobs_v1(ARRAY[ROW(
        coalesce((SELECT p.lane FROM job.process AS p WHERE p.id = defer.process), 'short'),
        'job', 0, NULL, NULL, jsonb_build_object('job', defer.job), NULL
    )]::queue.procrastinate_job_to_defer_v1[]);
$$;
REVOKE EXECUTE ON FUNCTION job.defer FROM PUBLIC;

CREATE OR REPLACE FUNCTION job.enqueue() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = job, pg_temp AS $$
BEGIN
    PERFORM job.defer(new.id, new.process);
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER enqueue AFTER INSERT ON job.job
FOR EACH ROW EXECUTE FUNCTION job.enqueue();

-- Puts jobs into the queue again that are not done, and that no living worker has: it was killed,
-- or the queue was made anew. Returns how many.
CREATE OR REPLACE FUNCTION job.take_up(silent interval) RETURNS bigint
LANGUAGE plpgsql SET search_path = queue, pg_temp AS $$
DECLARE
    taken bigint;
BEGIN
    WITH alive AS (
        SELECT (q.args ->> 'job')::uuid AS job
        FROM queue.procrastinate_jobs AS q
        LEFT JOIN queue.procrastinate_workers AS w ON w.id = q.worker_id
        WHERE q.status = 'todo'
            OR (q.status = 'doing' AND w.last_heartbeat > clock_timestamp() - silent)
    )
    SELECT count(job.defer(j.id, j.process)) INTO taken
    FROM job.job AS j
    WHERE j.status IN ('accepted', 'running') AND j.id NOT IN (SELECT a.job FROM alive AS a);
    DELETE FROM queue.procrastinate_jobs AS q
    USING job.job AS j
    WHERE (q.args ->> 'job')::uuid = j.id AND q.status NOT IN ('todo', 'doing');
    DELETE FROM queue.procrastinate_jobs AS q
    WHERE q.status = 'doing' AND NOT EXISTS (
        SELECT FROM queue.procrastinate_workers AS w
        WHERE w.id = q.worker_id AND w.last_heartbeat > clock_timestamp() - silent
    );
    RETURN taken;
END
$$;
