-- Roles for people whom an OpenID Connect provider knows and whom the project admits. Made by a
-- superuser, or by the login of SIP_DATABASE_URL where it may make roles; the gateway calls it. It
-- makes nobody else a member of anything: only those whom it has made itself, only of groups.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sip_admitted') THEN
        CREATE ROLE sip_admitted NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END
$$;
CREATE SCHEMA IF NOT EXISTS admission;
GRANT USAGE ON SCHEMA admission TO sip_gateway;

CREATE OR REPLACE FUNCTION admission.regroup(person text, groups text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one text;
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_auth_members AS m
        WHERE m.roleid = 'sip_admitted'::regrole AND m.member = to_regrole(quote_ident(person))
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'not admitted: ' || person;
    END IF;
    FOR one IN
        SELECT g.rolname FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid
        WHERE m.member = to_regrole(quote_ident(person)) AND g.rolname <> 'sip_admitted'
            AND g.rolname <> ALL (SELECT 'sip_' || unnest(groups))
    LOOP
        EXECUTE format('REVOKE %I FROM %I', one, person);
    END LOOP;
    FOR one IN
        SELECT g.rolname FROM pg_roles AS g
        WHERE g.rolname = ANY (SELECT 'sip_' || unnest(groups))
            AND to_regrole(quote_ident(g.rolname || '.personal')) IS NOT NULL  -- it is a group
            AND NOT pg_has_role(person, g.oid, 'MEMBER')
    LOOP
        EXECUTE format('GRANT %I TO %I', one, person);
    END LOOP;
END
$$;

CREATE OR REPLACE FUNCTION admission.admit(wanted text, groups text[]) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    person text := wanted;
    number integer := 1;
BEGIN
    IF wanted !~ '^[a-z][a-z0-9_.-]{0,39}$' OR wanted ~ '^(sip_|pg_)' THEN
        RAISE insufficient_privilege USING MESSAGE = 'no name for a person: ' || wanted;
    END IF;
    WHILE to_regrole(quote_ident(person)) IS NOT NULL LOOP
        number := number + 1;
        person := wanted || '-' || number;
    END LOOP;
    EXECUTE format('CREATE ROLE %I NOLOGIN', person);
    EXECUTE format('GRANT sip_admitted TO %I', person);
    EXECUTE format('GRANT %I TO sip_gateway', person);
    PERFORM admission.regroup(person, groups);
    RETURN person;
END
$$;
REVOKE EXECUTE ON FUNCTION admission.admit, admission.regroup FROM PUBLIC;
GRANT EXECUTE ON FUNCTION admission.admit, admission.regroup TO sip_gateway;
