-- The roles of every SIP database. Roles belong to the cluster, not to a database, so two
-- databases may be prepared at once: the second one finds the role already there.
-- sip_people are all who log in by name and password; sip_gateway has no right of its own and
-- becomes the one whom a request is answered to; the roles of groups follow from the groups file.
DO $$
DECLARE
    wanted record;
    owner text := (SELECT pg_get_userbyid(datdba) FROM pg_database
                   WHERE datname = current_database());
BEGIN
    FOR wanted IN
        SELECT * FROM (VALUES
            ('sip_owner', 'LOGIN'), ('sip_editor', 'LOGIN'), ('sip_public', 'LOGIN'),
            ('sip_gateway', 'LOGIN NOINHERIT'), ('sip_people', 'NOLOGIN')
        ) AS roles (name, options)
        WHERE name NOT IN (SELECT rolname FROM pg_roles)
    LOOP
        BEGIN
            EXECUTE format(
                'CREATE ROLE %I %s NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION',
                wanted.name, wanted.options
            );
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
    -- People read what everybody reads; an existing database is reached as its owner, who then
    -- acts as one of them.
    FOR wanted IN
        SELECT * FROM (VALUES
            ('sip_public', 'sip_people'), ('sip_editor', owner),
            ('sip_public', owner), ('sip_gateway', owner)
        ) AS members (name, member)
    LOOP
        CONTINUE WHEN pg_has_role(wanted.member, wanted.name, 'MEMBER');
        BEGIN
            EXECUTE format('GRANT %I TO %I', wanted.name, wanted.member);
        EXCEPTION WHEN unique_violation THEN
            NULL;
        END;
    END LOOP;
END
$$;
