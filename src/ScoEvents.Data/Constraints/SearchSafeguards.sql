-- What search compares, kept by the database itself: generated columns cannot be out of date, and stand in the row they are
-- of, so that row-level security, deletion and erasure hold for them as for the row.

CREATE SCHEMA search;
GRANT USAGE ON SCHEMA search TO scoevents_app;

-- One way to write what looks alike, words with one space between them (domain rule 16): compatibility forms and case;
-- marks on letters, ё; Arabic letter variants and vowel marks; the nukta; digits of other scripts; all punctuation is space.
CREATE FUNCTION search.folded(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(
        translate(
            public.unaccent('public.unaccent'::regdictionary, translate(
                lower(normalize(written, NFKC)),
                U&'\064A\0649\06D2\06D3\0626\0643\06AA\0647\06D5\06C0\06C2\0629\06BE\0622\0623\0625\0671\0624\06BA\0901\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9\0966\0967\0968\0969\096A\096B\096C\096D\096E\096F\093C\064B\064C\064D\064E\064F\0650\0651\0652\0653\0654\0655\0670\0640\200C\200D\2060\FEFF\0027\0060\00B4\02B9\02BA\02BB\02BC\02BE\02BF\2018\2019\201B\0300\0301\0302\0303\0304\0306\0307\0308\030A\030B\030C\0323\0327\0328\0331',
                U&'\06CC\06CC\06CC\06CC\06CC\06A9\06A9\06C1\06C1\06C1\06C1\06C1\06C1\0627\0627\0627\0627\0648\0646\0902012345678901234567890123456789')),
            U&'!"#$%&()*+,-./:;<=>?@[\\]^_{|}~\00A0\00A1\00A7\00AB\00B6\00B7\00BB\00BF\060C\061B\061F\066A\066B\066C\06D4\0964\0965\2010\2011\2012\2013\2014\2015\2016\201A\201C\201D\201E\201F\2022\2026\2039\203A\2043\3000\3001\3002\3008\3009\300A\300B\300C\300D\300E\300F\3010\3011\30FB\FF0C' || chr(9) || chr(10) || chr(13),
            repeat(' ', 120)),
        ' +', ' ', 'g'))
$$;

-- The forms of a text beside each other: "| form one | form two ", the end is the caller's.
CREATE FUNCTION search.forms(texts jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_agg('| ' || search.folded(form.value) || ' ', '' ORDER BY form.key), '')
    FROM jsonb_each_text(CASE jsonb_typeof(texts) WHEN 'object' THEN texts ELSE '{}' END) AS form
$$;

-- The names of the people of a published session.
CREATE FUNCTION search.people(people jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_agg(search.forms(person.value -> 'Name'), '' ORDER BY person.ordinality), '') || '|'
    FROM jsonb_array_elements(CASE jsonb_typeof(people) WHEN 'array' THEN people ELSE '[]' END) WITH ORDINALITY AS person
$$;

-- Words by their stems; Chinese characters one by one, so that any run of them is found as a phrase. The Russian
-- dictionary takes words in Latin letters to the English one, and leaves those of other scripts as they are.
CREATE FUNCTION search.words(forms text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector('pg_catalog.russian', regexp_replace(forms, U&'([\3400-\4DBF\4E00-\9FFF])', ' \1 ', 'g'))
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA search FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA search TO scoevents_app;

ALTER TABLE events ADD COLUMN search_head text GENERATED ALWAYS AS (search.forms(title) || search.forms(city) || '|') STORED;
ALTER TABLE events ADD COLUMN search_words tsvector GENERATED ALWAYS AS (search.words(search.forms(title) || search.forms(city))) STORED;
ALTER TABLE sessions ADD COLUMN search_head text GENERATED ALWAYS AS (search.forms(title) || '|') STORED;
ALTER TABLE sessions ADD COLUMN search_words tsvector GENERATED ALWAYS AS (search.words(search.forms(title) || search.forms(abstract))) STORED;
ALTER TABLE released_sessions ADD COLUMN search_head text GENERATED ALWAYS AS (search.forms(title) || '|') STORED;
ALTER TABLE released_sessions ADD COLUMN search_words tsvector GENERATED ALWAYS AS (search.words(search.forms(title) || search.forms(abstract))) STORED;
ALTER TABLE released_sessions ADD COLUMN search_people text GENERATED ALWAYS AS (search.people(people)) STORED;
ALTER TABLE speakers ADD COLUMN search_head text GENERATED ALWAYS AS (search.forms(name) || '|') STORED;
ALTER TABLE delegates ADD COLUMN search_head text GENERATED ALWAYS AS (
    '| ' || search.folded(given_names || ' ' || family_name) || ' | ' || search.folded(family_name || ' ' || given_names) || ' | ' || search.folded(coalesce(native_name, '')) || ' |') STORED;
ALTER TABLE session_documents ADD COLUMN search_head text GENERATED ALWAYS AS (search.forms(title) || '|') STORED;
ALTER TABLE states ADD COLUMN search_head text GENERATED ALWAYS AS (search.forms(names) || search.forms(formal_names) || '| ' || lower(iso2) || ' | ' || lower(iso3) || ' |') STORED;
ALTER TABLE organisations ADD COLUMN search_head text GENERATED ALWAYS AS (search.forms(names) || search.forms(abbreviations) || '|') STORED;

-- Tables under row-level security are read by their policies first, so an index on words would never be used there.
CREATE INDEX events_search_head ON events USING gin (search_head gin_trgm_ops);
CREATE INDEX events_search_words ON events USING gin (search_words);
CREATE INDEX sessions_search_head ON sessions USING gin (search_head gin_trgm_ops);
CREATE INDEX sessions_search_words ON sessions USING gin (search_words);
CREATE INDEX released_sessions_search_head ON released_sessions USING gin (search_head gin_trgm_ops);
CREATE INDEX released_sessions_search_words ON released_sessions USING gin (search_words);
CREATE INDEX released_sessions_search_people ON released_sessions USING gin (search_people gin_trgm_ops);
CREATE INDEX released_sessions_sound_keys ON released_sessions USING gin (sound_keys);

-- The portal writes how a name sounds together with the name. Whoever changes a name and does not say how it sounds
-- leaves that unknown, and such rows are listened to one by one.
CREATE FUNCTION search.forget_sound() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    NEW.sound_keys := NULL;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION search.forget_sound() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.forget_sound() TO scoevents_app;

CREATE TRIGGER speakers_forget_sound BEFORE UPDATE ON speakers FOR EACH ROW
    WHEN (OLD.name IS DISTINCT FROM NEW.name AND OLD.sound_keys IS NOT DISTINCT FROM NEW.sound_keys) EXECUTE FUNCTION search.forget_sound();
CREATE TRIGGER delegates_forget_sound BEFORE UPDATE ON delegates FOR EACH ROW
    WHEN ((OLD.family_name, OLD.given_names, OLD.native_name) IS DISTINCT FROM (NEW.family_name, NEW.given_names, NEW.native_name)
        AND OLD.sound_keys IS NOT DISTINCT FROM NEW.sound_keys) EXECUTE FUNCTION search.forget_sound();
