-- The roles of every SIP database; sip_restricted is for those who may see restricted layers:
-- GRANT sip_restricted TO somebody. sip_people are all who log in by name and password; sip_gateway
-- has no right of its own and becomes the one whom a request is answered to. Roles belong to the
-- cluster, not to a database, so two databases may be prepared at once: the second one finds the
-- role already there.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['sip_owner', 'sip_editor', 'sip_public', 'sip_gateway'] LOOP
        CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = wanted);
        BEGIN
            EXECUTE format(
                'CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION %s',
                wanted, CASE wanted WHEN 'sip_gateway' THEN 'NOINHERIT' END
            );
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
    FOREACH wanted IN ARRAY ARRAY['sip_restricted', 'sip_people'] LOOP
        CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = wanted);
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
    -- An existing database is reached as its owner, who then acts as one of them.
    FOREACH wanted IN ARRAY ARRAY['sip_editor', 'sip_public', 'sip_gateway'] LOOP
        IF NOT pg_has_role(current_user, wanted, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
        END IF;
    END LOOP;
END
$$;
