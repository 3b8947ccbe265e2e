-- Who may sign in, with what, and what was done with personal data. Rights are not kept here: what
-- somebody may do is what their role in the database may do. Secrets are kept as digests only.
CREATE SCHEMA IF NOT EXISTS account;
GRANT USAGE ON SCHEMA account TO sip_gateway;

CREATE TABLE IF NOT EXISTS account.person (
    role text PRIMARY KEY,
    title text NOT NULL,
    email text NOT NULL DEFAULT '',
    hash text,
    is_enabled boolean NOT NULL DEFAULT true,
    is_admitted boolean NOT NULL DEFAULT false,
    created timestamptz NOT NULL DEFAULT now(),
    signed_in timestamptz
);
COMMENT ON COLUMN account.person.role IS 'Name to sign in with: a role of the database.';
COMMENT ON COLUMN account.person.is_admitted IS 'Made when a provider first sent them.';
COMMENT ON COLUMN account.person.hash IS 'Argon2id of the password; none where there is no password.';

-- Somebody as an OpenID Connect provider knows them.
CREATE TABLE IF NOT EXISTS account.identity (
    issuer text NOT NULL,
    subject text NOT NULL,
    person text NOT NULL REFERENCES account.person ON DELETE CASCADE,
    PRIMARY KEY (issuer, subject)
);

CREATE TABLE IF NOT EXISTS account.session (
    digest bytea PRIMARY KEY,
    person text NOT NULL REFERENCES account.person ON DELETE CASCADE,
    csrf text NOT NULL,
    created timestamptz NOT NULL DEFAULT now(),
    seen timestamptz NOT NULL DEFAULT now(),
    expires timestamptz NOT NULL,
    purpose text NOT NULL DEFAULT '',
    purpose_until timestamptz,
    id_token text
);
COMMENT ON COLUMN account.session.id_token IS 'What the provider is told at sign-out.';
CREATE INDEX IF NOT EXISTS session_person ON account.session (person);

CREATE TABLE IF NOT EXISTS account.key (
    digest bytea PRIMARY KEY,
    role text NOT NULL UNIQUE,
    owner text NOT NULL REFERENCES account.person ON DELETE CASCADE,
    title text NOT NULL,
    scope text NOT NULL CHECK (scope IN ('read', 'edit')),
    created timestamptz NOT NULL DEFAULT now(),
    expires timestamptz NOT NULL,
    last_used timestamptz,
    is_revoked boolean NOT NULL DEFAULT false
);

-- One-time links to choose a password.
CREATE TABLE IF NOT EXISTS account.invitation (
    digest bytea PRIMARY KEY,
    person text NOT NULL REFERENCES account.person ON DELETE CASCADE,
    expires timestamptz NOT NULL
);

-- Refused sign-ins by digest of a name or of an address, whether or not there is such a name.
CREATE TABLE IF NOT EXISTS account.attempt (
    subject bytea PRIMARY KEY,
    failures integer NOT NULL,
    at timestamptz NOT NULL,
    until timestamptz NOT NULL
);

-- Somebody is away at the OpenID Connect provider and is expected back.
CREATE TABLE IF NOT EXISTS account.errand (
    digest bytea PRIMARY KEY,
    browser bytea NOT NULL,
    nonce text NOT NULL,
    verifier text NOT NULL,
    next text NOT NULL,
    expires timestamptz NOT NULL
);

-- Who read personal data through the web: the statement of a purpose has no path, each request
-- under it has one (without its query).
CREATE TABLE IF NOT EXISTS account.personal_access (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person text NOT NULL,
    purpose text NOT NULL,
    path text NOT NULL DEFAULT '',
    application text NOT NULL DEFAULT ''
);

GRANT SELECT, UPDATE (hash, signed_in) ON account.person TO sip_gateway;
GRANT INSERT (role, title, email, is_admitted) ON account.person TO sip_gateway;
GRANT SELECT, INSERT ON account.identity TO sip_gateway;
GRANT SELECT, INSERT, DELETE, UPDATE (seen, purpose, purpose_until) ON account.session
TO sip_gateway;
GRANT SELECT, UPDATE (last_used, is_revoked) ON account.key TO sip_gateway;
GRANT SELECT, DELETE ON account.invitation TO sip_gateway;
GRANT SELECT, INSERT, UPDATE, DELETE ON account.attempt TO sip_gateway;
GRANT SELECT, INSERT, DELETE ON account.errand TO sip_gateway;
GRANT INSERT ON account.personal_access TO sip_gateway;

-- The groups that a role was put into, without those that they include.
CREATE OR REPLACE FUNCTION account.groups(role text) RETURNS text[]
LANGUAGE sql STABLE
RETURN ARRAY(
    SELECT substr(g.rolname, 5)
    FROM pg_auth_members AS m
    JOIN pg_roles AS g ON g.oid = m.roleid
    JOIN pg_roles AS r ON r.oid = m.member
    WHERE r.rolname = role AND g.rolname LIKE 'sip\_%' AND g.rolname NOT IN ('sip_people', 'sip_admitted')
        AND g.rolname NOT LIKE '%.personal'
    ORDER BY 1
);

-- Which version of which row had personal values that were erased: never the values themselves.
CREATE TABLE IF NOT EXISTS sip.tombstone (
    layer text NOT NULL,
    row_id bigint NOT NULL,
    row_version bigint NOT NULL,
    fields text[] NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    who text NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (layer, row_id, row_version, at)
);
