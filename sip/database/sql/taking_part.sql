-- What residents send, and what they are told: comments and subscriptions that wait for a click on
-- a link in an e-mail, subscriptions in force, what happened to acts, and what is still to be sent.
-- Everything here is personal or secret: the gateway alone reaches it, and each part of it goes
-- as soon as it has served. Links carry tokens of which only digests are kept.
CREATE SCHEMA IF NOT EXISTS taking_part;
GRANT USAGE ON SCHEMA taking_part TO sip_gateway;

CREATE TABLE IF NOT EXISTS taking_part.pending (
    digest bytea PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('comment', 'subscription')),
    email text NOT NULL,
    content jsonb NOT NULL,
    place public.geometry,
    expires timestamptz NOT NULL
);

-- How often somebody has sent something within the hour, by digest of address or e-mail.
CREATE TABLE IF NOT EXISTS taking_part.attempt (
    subject bytea PRIMARY KEY,
    times integer NOT NULL,
    since timestamptz NOT NULL
);

-- The key that signs when a form was given out: made once, known to the gateway alone.
CREATE TABLE IF NOT EXISTS taking_part.form_key (
    is_the_one boolean PRIMARY KEY DEFAULT true CHECK (is_the_one),
    key bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
);
INSERT INTO taking_part.form_key DEFAULT VALUES ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS taking_part.subscription (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest bytea NOT NULL UNIQUE,
    email text NOT NULL,
    webhook text NOT NULL DEFAULT '',
    secret text NOT NULL,
    language text NOT NULL,
    area public.geometry NOT NULL,
    since timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN taking_part.subscription.digest IS 'Of the token that ends it.';
COMMENT ON COLUMN taking_part.subscription.secret IS 'Signs webhooks, and makes the token.';
CREATE INDEX IF NOT EXISTS subscription_area ON taking_part.subscription USING gist (area);

-- The state in which each act was last seen, and each change since.
CREATE TABLE IF NOT EXISTS taking_part.seen (act text PRIMARY KEY, state text NOT NULL);
CREATE TABLE IF NOT EXISTS taking_part.event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act text NOT NULL,
    row_id bigint NOT NULL,
    title text NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    area public.geometry NOT NULL
);
CREATE INDEX IF NOT EXISTS event_area ON taking_part.event USING gist (area);

-- What is to be sent, once each: `key` says what it is about. The receiver and the content of what
-- was sent are forgotten at once.
CREATE TABLE IF NOT EXISTS taking_part.outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('mail', 'webhook')),
    receiver text,
    content jsonb,
    due timestamptz NOT NULL DEFAULT now(),
    attempts integer NOT NULL DEFAULT 0,
    failure text NOT NULL DEFAULT '',
    sent timestamptz
);
CREATE INDEX IF NOT EXISTS outbox_due ON taking_part.outbox (due) WHERE sent IS NULL;

GRANT INSERT ON taking_part.pending, taking_part.outbox TO sip_gateway;
GRANT SELECT, DELETE ON taking_part.pending TO sip_gateway;
GRANT SELECT (key) ON taking_part.outbox TO sip_gateway;
GRANT SELECT, INSERT, UPDATE, DELETE ON taking_part.attempt TO sip_gateway;
GRANT SELECT, INSERT, DELETE ON taking_part.subscription TO sip_gateway;
GRANT SELECT ON taking_part.event, taking_part.form_key TO sip_gateway;

-- Put a comment into its register when its sender has confirmed it; return its number, or NULL
-- where the link is void. The gateway may do this and nothing else there.
CREATE OR REPLACE FUNCTION taking_part.confirm_comment(token bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    sent taking_part.pending%ROWTYPE;
    display bigint;
    given text;
BEGIN
    DELETE FROM taking_part.pending
    WHERE digest = token AND kind = 'comment' AND expires > now() RETURNING * INTO sent;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    display := (sent.content ->> 'display_id')::bigint;
    PERFORM pg_advisory_xact_lock(7477021, display::integer);
    -- A number that was given once is not given again, though its comment be deleted.
    SELECT display || '/' || 1 + coalesce(max(split_part(comment_no, '/', 2)::integer), 0) INTO given
    FROM (
        SELECT comment_no FROM planning.plan_comment WHERE display_id = display
        UNION ALL SELECT comment_no FROM history.plan_comment WHERE display_id = display
    ) AS numbers;
    INSERT INTO planning.plan_comment (
        comment_no, display_id, received_at, words, plot, provision, is_placed,
        author_name, author_email, author_address, geom
    ) VALUES (
        given, display, (sent.content ->> 'received_at')::timestamptz, sent.content ->> 'words',
        sent.content ->> 'plot', sent.content ->> 'provision',
        (sent.content ->> 'is_placed')::boolean, sent.content ->> 'author_name', sent.email,
        sent.content ->> 'author_address', sent.place
    );
    RETURN given;
END
$$;
REVOKE EXECUTE ON FUNCTION taking_part.confirm_comment(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION taking_part.confirm_comment(bytea) TO sip_gateway;

-- The comments on a draft whose list the office has published, without those who wrote them.
CREATE OR REPLACE FUNCTION taking_part.published(display bigint)
RETURNS TABLE (
    comment_no text, received_at timestamptz, words text, plot text, provision text,
    decision text, answer text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT c.comment_no, c.received_at, c.words, c.plot, c.provision, c.decision, c.answer
    FROM planning.plan_comment AS c JOIN planning.plan_display AS d ON d.id = c.display_id
    WHERE d.id = display AND d.is_answered
    ORDER BY split_part(c.comment_no, '/', 2)::integer;
END
$$;
REVOKE EXECUTE ON FUNCTION taking_part.published(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION taking_part.published(bigint) TO sip_gateway;
