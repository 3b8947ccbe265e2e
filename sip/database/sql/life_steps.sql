-- The step itself.

-- Refuse a step that the order of states does not know.
CREATE OR REPLACE FUNCTION sip.refuse_order(life jsonb, said text, now_state text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    refused boolean;
    codes text := life ->> 'codes';
    pl text;
    en text;
BEGIN
    SELECT string_agg(sip.title_of(codes, key, 'pl'), ', '), string_agg(sip.title_of(codes, key, 'en'), ', ')
    INTO pl, en FROM jsonb_each(life -> 'steps') WHERE value -> 'from' ? now_state;
    refused := sip.refuse_step(
        'life_order',
        'Ze stanu „%1$s” nie ma kroku do „%3$s” (%7$s). Możliwe: %5$s.',
        'From "%2$s" no step leads to "%4$s" (%7$s). Possible: %6$s.',
        sip.title_of(codes, now_state, 'pl'), sip.title_of(codes, now_state, 'en'),
        sip.title_of(codes, said, 'pl'), sip.title_of(codes, said, 'en'),
        coalesce(pl, '-'), coalesce(en, '-'), coalesce(sip.law_of(life -> 'steps' -> said), '-'));
END
$$;

-- Refuse dates that contradict each other. `former` is the step before, `log` those of all.
CREATE OR REPLACE FUNCTION sip.check_dates(
    step jsonb, day date, until date, former jsonb, log jsonb, codes text
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    refused boolean;
    least date := (former ->> 'step_date')::date;
    since text := to_char(least, 'YYYY-MM-DD');
    other record;
    lasts int := coalesce((
        SELECT (value ->> 'lasts_days')::int FROM jsonb_path_query(step, '$.formerly') AS f (value)
        WHERE coalesce((
            SELECT min((l.entry ->> 'step_date')::date) FROM jsonb_array_elements(log) AS l (entry)
            WHERE l.entry ->> 'state' = value ->> 'step'
        ), day) < (value ->> 'before')::date
    ), (step ->> 'lasts_days')::int);
BEGIN
    IF day < (step ->> 'first_day')::date OR day > (step ->> 'last_day')::date THEN
        refused := sip.refuse_step(
            'life_date', 'Tego kroku prawo nie zna w dniu %1$s: tylko %2$s (%3$s).',
            'The law does not know this step on %1$s: only %2$s (%3$s).', day::text,
            concat_ws(' ', '>= ' || (step ->> 'first_day'), '<= ' || (step ->> 'last_day')),
            sip.law_of(step));
    END IF;
    IF day > current_date THEN
        refused := sip.refuse_step('life_date', 'Krok z przyszłości (%1$s): wpisz go tego dnia.',
            'A step of the future (%1$s): enter it on that day.', day::text);
    ELSIF day < least THEN
        refused := sip.refuse_step(
            'life_date', 'Data %1$s jest przed poprzednim krokiem („%3$s”, %2$s).',
            'The date %1$s is before the step before ("%4$s", %2$s).', day::text, since,
            sip.title_of(codes, former ->> 'state', 'pl'), sip.title_of(codes, former ->> 'state', 'en'));
    END IF;
    IF until < day + coalesce(lasts, 0) OR until IS NULL AND lasts IS NOT NULL THEN
        refused := sip.refuse_step(
            'life_period', 'Podaj datę „do dnia”, co najmniej %1$s dni po %2$s (%3$s).',
            'Give the date "until", at least %1$s days after %2$s (%3$s).',
            coalesce(lasts, 0)::text, day::text, sip.law_of(step));
    ELSIF (step ->> 'after_end')::boolean AND day <= (former ->> 'ends_on')::date THEN
        refused := sip.refuse_step(
            'life_period', 'Data %1$s jest przed końcem wyłożenia (%2$s; %3$s).',
            'The date %1$s is before the end of the display (%2$s; %3$s).',
            day::text, former ->> 'ends_on', sip.law_of(step));
    END IF;
    FOR other IN
        SELECT wait.state, wait.days::int, max((l.entry ->> 'step_date')::date) AS since
        FROM jsonb_each_text(step -> 'days_after') AS wait (state, days),
            jsonb_array_elements(log) AS l (entry)
        WHERE l.entry ->> 'state' = wait.state GROUP BY 1, 2
    LOOP
        IF day < other.since + other.days THEN
            refused := sip.refuse_step(
                'life_period', 'Najwcześniej %1$s: %2$s dni po kroku „%4$s” (%3$s).',
                'Not before %1$s: %2$s days after the step "%5$s" (%3$s).',
                (other.since + other.days)::text, other.days::text, sip.law_of(step),
                sip.title_of(codes, other.state, 'pl'), sip.title_of(codes, other.state, 'en'));
        END IF;
    END LOOP;
END
$$;

-- The document of a step: given, or the newest of the row's with a fitting role that no step of the
-- same state has used. One that is given and has no effect yet gets it.
CREATE OR REPLACE FUNCTION sip.paper_of(
    home text, life jsonb, step jsonb, act text, day date, given text, used jsonb
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    refused boolean;
    found text := given;
    made date;
    pl text;
    en text;
BEGIN
    IF given IS NULL THEN
        EXECUTE format(
            'SELECT e.document_identifier FROM %1$I.%2$I AS e JOIN %1$I.%3$I AS p'
            ' ON p.identifier = e.document_identifier WHERE e.act_identifier = $1'
            ' AND $2 ? e.role AND NOT $3 ? e.document_identifier'
            ' ORDER BY p.document_date DESC LIMIT 1', home, life ->> 'documents', life ->> 'papers')
        INTO found USING act, step -> 'documents', used;
    END IF;
    IF found IS NULL THEN
        SELECT string_agg(sip.title_of(life ->> 'roles', value, 'pl'), ' / '),
               string_agg(sip.title_of(life ->> 'roles', value, 'en'), ' / ')
        INTO pl, en FROM jsonb_array_elements_text(step -> 'documents');
        refused := sip.refuse_step(
            'life_document', 'Krok wymaga dokumentu: %1$s (%3$s). Podaj go w kroku albo w warstwie %4$s.',
            'The step needs a document: %2$s (%3$s). Name it in the step or in the layer %4$s.',
            pl, en, sip.law_of(step), life ->> 'documents');
    END IF;
    EXECUTE format('SELECT document_date FROM %I.%I WHERE identifier = $1', home, life ->> 'papers')
    INTO made USING found;
    IF made > day THEN
        refused := sip.refuse_step(
            'life_document', 'Dokument z %1$s jest późniejszy niż krok z %2$s.',
            'The document of %1$s is later than the step of %2$s.', made::text, day::text);
    END IF;
    EXECUTE format(
        'INSERT INTO %1$I.%2$I (document_identifier, act_identifier, role) SELECT $1, $2, $3'
        ' WHERE $1 IN (SELECT identifier FROM %1$I.%3$I) AND NOT EXISTS (SELECT FROM %1$I.%2$I'
        ' WHERE document_identifier = $1 AND act_identifier = $2 AND $4 ? role)',
        home, life ->> 'documents', life ->> 'papers')
    USING found, act, step -> 'documents' ->> 0, step -> 'documents';
    RETURN found;
END
$$;

-- Before a row of the log: check the step, and take it. A step that catches up with the state in
-- which the row was recorded changes nothing.
CREATE OR REPLACE FUNCTION sip.life_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    refused boolean;
    life jsonb;
    home text;
    owner text;
    act jsonb;
    log jsonb;
    step jsonb;
    source text;
    catches_up boolean;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        IF pg_trigger_depth() = 1 AND NOT sip.is_undone() AND (TG_OP = 'DELETE'
            OR to_jsonb(NEW) - 'note' - 'row_version' <> to_jsonb(OLD) - 'note' - 'row_version')
        THEN
            refused := sip.refuse_step(
                'life_log', 'Krok zrobiony zostaje: cofnij jego zestaw zmian.',
                'A step that was taken stays: undo its change set.');
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    ELSIF sip.is_undone() THEN
        RETURN NEW;
    END IF;
    SELECT rules, layer, place INTO life, owner, home FROM sip.life WHERE rules ->> 'log' = TG_TABLE_NAME;
    EXECUTE format('SELECT to_jsonb(a) - ''geom'' FROM %I.%I AS a WHERE identifier = $1 FOR UPDATE',
                   home, owner) INTO act USING NEW.act_identifier;
    life := sip.life_of(life, act ->> (life ->> 'type_field'));
    step := life -> 'steps' -> NEW.state;
    IF act IS NULL OR NEW.state IS NULL OR NOT life -> 'states' ? NEW.state THEN
        RETURN NEW;
    ELSIF step IS NULL THEN
        PERFORM sip.refuse_order(life, NEW.state, act ->> 'state');
    END IF;
    NEW.step_date := coalesce(NEW.step_date, current_date);
    EXECUTE format(
        'SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s.step_date DESC, s.id DESC), ''[]'')'
        ' FROM %1$I.%2$I AS s JOIN %1$I.%3$I AS a ON a.identifier = s.act_identifier'
        ' WHERE (a.namespace, a.local_id) = ($1, $2)', home, TG_TABLE_NAME, owner)
    INTO log USING act ->> 'namespace', act ->> 'local_id';
    source := log -> 0 ->> 'state';
    IF source IS NULL THEN
        catches_up := NOT coalesce(step -> 'from' ? (act ->> 'state'), false)
            AND (coalesce((step ->> 'begins')::boolean, false) OR NEW.state = act ->> 'state');
        source := act ->> 'state';
    ELSE
        catches_up := source <> act ->> 'state';
    END IF;
    IF act ->> 'version_to' IS NOT NULL AND NOT catches_up THEN
        refused := sip.refuse_step(
            'life_version', 'To jest dawna wersja aktu: krok robi się na nowszej.',
            'This is a former version of the act: take the step on the newer one.');
    END IF;
    IF NOT step -> 'from' ? source AND NOT (catches_up AND log -> 0 IS NULL) THEN
        PERFORM sip.refuse_order(life, NEW.state, source);
    END IF;
    PERFORM sip.check_dates(step, NEW.step_date, NEW.ends_on, log -> 0, log, life ->> 'codes');
    IF coalesce(current_setting('sip.comment', true), '') = '' THEN
        PERFORM set_config('sip.comment', format('%s: %s', sip.title_of(life ->> 'codes', NEW.state,
            coalesce(current_setting('sip.language', true), 'pl')), act ->> 'title'), true);
    END IF;
    IF jsonb_array_length(step -> 'documents') > 0 THEN
        NEW.document_identifier := sip.paper_of(
            home, life, step, NEW.act_identifier, NEW.step_date, NEW.document_identifier,
            (SELECT coalesce(jsonb_agg(l.entry -> 'document_identifier'), '[]')
             FROM jsonb_array_elements(log) AS l (entry)
             WHERE l.entry ->> 'state' = NEW.state));
    END IF;
    IF NOT catches_up THEN
        SELECT * INTO NEW.act_identifier, NEW.state FROM sip.take_step(
            home, owner, life, act, step, NEW.state, NEW.step_date, NEW.document_identifier);
    END IF;
    RETURN NEW;
END
$$;

-- What follows from a step: the version and the state that it led to.
CREATE OR REPLACE FUNCTION sip.take_step(
    home text, owner text, life jsonb, act jsonb, step jsonb, wanted text, day date, paper text,
    OUT fresh text, OUT target text
) LANGUAGE plpgsql AS $$
DECLARE
    older text;
    adopting text;
    starts date;
    ends date;
BEGIN
    fresh := act ->> 'identifier';
    target := wanted;
    IF (step ->> 'enters_force')::boolean THEN
        EXECUTE format('SELECT document_identifier FROM %I.%I WHERE act_identifier = $1 AND role = $2'
                       ' ORDER BY id DESC LIMIT 1', home, life ->> 'documents')
        INTO adopting USING fresh, life ->> 'adopting_role';
        FOR older IN EXECUTE format('SELECT DISTINCT act_identifier FROM %I.%I'
            ' WHERE replaced_by = $1 AND applied_on IS NULL', home, life ->> 'cuts') USING fresh
        LOOP
            EXECUTE format('INSERT INTO %I.%I (act_identifier, state, step_date, document_identifier)'
                           ' VALUES ($1, $2, $3, $4)', home, life ->> 'log')
            USING older, life ->> 'cut_part', day, adopting;
        END LOOP;
    END IF;
    IF (step ->> 'cuts')::boolean THEN
        fresh := sip.cut_ground(home, owner, life, act, target, day, paper);
        IF fresh IS NULL THEN
            target := life ->> 'cut_whole';
            step := life -> 'steps' -> target;
            fresh := act ->> 'identifier';
        END IF;
    ELSIF (step ->> 'new_version')::boolean THEN
        fresh := sip.next_version(home, owner, life, act, target, day, NULL);
    END IF;
    starts := CASE WHEN (step ->> 'enters_force')::boolean THEN day END;
    ends := CASE WHEN (step ->> 'ends_force')::boolean
        THEN greatest(day, (act ->> 'valid_from')::date + 1) END;
    EXECUTE format(
        'UPDATE %I.%I SET state = $2, status = $3, valid_to = coalesce($5, valid_to),'
        ' valid_from = coalesce($4, valid_from)'
        ' WHERE identifier = $1', home, owner)
    USING fresh, target, life -> 'states' -> target ->> 'status', starts, ends;
    PERFORM sip.members_follow(
        home, life, fresh, life -> 'states' -> target ->> 'status', starts, ends);
END
$$;

-- Tie a register to its life.
CREATE OR REPLACE FUNCTION sip.enliven(life_of text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    life sip.life := (SELECT l FROM sip.life AS l WHERE l.layer = life_of);
BEGIN
    EXECUTE format('CREATE OR REPLACE TRIGGER life_state BEFORE INSERT OR UPDATE ON %I.%I'
                   ' FOR EACH ROW EXECUTE FUNCTION sip.life_state()', life.place, life.layer);
    EXECUTE format('CREATE OR REPLACE TRIGGER life_ground AFTER INSERT OR UPDATE ON %I.%I'
                   ' FOR EACH ROW EXECUTE FUNCTION sip.life_ground()', life.place, life.layer);
    EXECUTE format('CREATE OR REPLACE TRIGGER life_step BEFORE INSERT OR UPDATE OR DELETE ON %I.%I'
                   ' FOR EACH ROW EXECUTE FUNCTION sip.life_step()', life.place, life.rules ->> 'log');
    EXECUTE format('CREATE OR REPLACE TRIGGER life_cut BEFORE INSERT ON %I.%I'
                   ' FOR EACH ROW EXECUTE FUNCTION sip.life_cut()', life.place, life.rules ->> 'cuts');
END
$$;
