-- What must have been done once in a database before SIP can keep its registers there, by a
-- superuser or by the database's owner where the extensions are trusted. Safe to run twice.
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Nobody makes objects who was not told to; in the schema of the extensions nobody at all.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
DO $$
BEGIN
    EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO sip_editor, sip_public, sip_gateway, sip_people',
                   current_database());
    EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO sip_owner',
                   current_database());
END
$$;

-- Row policies stand before every condition that could tell of a hidden row, and PostgreSQL takes
-- all functions for such as are not LEAKPROOF, so that `geom && box` could not use its index.
-- geometry_overlaps() compares the boxes in the heads of two geometries: it raises no error and
-- writes no message that depends on them, which is what the word promises. Only a superuser may
-- promise it; `sip migrate` says so where it was not done.
DO $$
BEGIN
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        ALTER FUNCTION public.geometry_overlaps(public.geometry, public.geometry) LEAKPROOF;
    END IF;
END
$$;
