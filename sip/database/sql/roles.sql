-- The roles of every SIP database; sip_restricted is for those who may see restricted layers:
-- GRANT sip_restricted TO somebody. Roles belong to the cluster, not to a database, so two
-- databases may be prepared at once: the second one finds the role already there.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['sip_owner', 'sip_editor', 'sip_public'] LOOP
        CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = wanted);
        BEGIN
            EXECUTE format(
                'CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', wanted
            );
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sip_restricted') THEN
        BEGIN
            CREATE ROLE sip_restricted NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END IF;
    -- An existing database is reached as its owner, who then acts as one of them.
    FOREACH wanted IN ARRAY ARRAY['sip_editor', 'sip_public'] LOOP
        IF NOT pg_has_role(current_user, wanted, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
        END IF;
    END LOOP;
END
$$;
