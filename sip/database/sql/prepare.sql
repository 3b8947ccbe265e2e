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
