-- What the model cannot say of the programme: what is taken once at a time, who reads documents and mails, and who is told of a change.

-- A slot that takes all rooms occupies each of them, so the rooms of slots are compared, not the slots.
ALTER TABLE slots DROP CONSTRAINT slots_no_room_overlap;
INSERT INTO slot_rooms (session_id, room_id, starts_at, ends_at) SELECT session_id, room_id, starts_at, ends_at FROM slots;
ALTER TABLE slot_rooms ADD CONSTRAINT slots_no_room_overlap
    EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE released_bookings ADD CONSTRAINT released_bookings_no_overlap
    EXCLUDE USING gist (release_id WITH =, subject_id WITH =, tstzrange(starts_at, ends_at) WITH &&);
INSERT INTO released_bookings (release_id, subject_id, session_id, kind, starts_at, ends_at)
    SELECT release_id, room_id, session_id, 'Room', starts_at, ends_at FROM released_sessions WHERE NOT is_cancelled AND room_id IS NOT NULL;
REVOKE UPDATE, DELETE ON released_bookings FROM scoevents_app;

-- Until now a session said only who may attend; what was open to everybody travelled without limit.
UPDATE sessions SET classification = CASE access WHEN 'Open' THEN 'Clear' ELSE 'Amber' END;
UPDATE released_sessions SET classification = CASE access WHEN 'Open' THEN 'Clear' ELSE 'Amber' END;

-- Work that the portal does by itself, for nobody: set on the logical open of a connection like the actor.
CREATE FUNCTION access.task() RETURNS text LANGUAGE sql STABLE
    AS $$ SELECT nullif(current_setting('app.task', true), '') $$;
REVOKE ALL ON FUNCTION access.task() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.task() TO scoevents_app;

ALTER TABLE outbox_mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox_mails FORCE ROW LEVEL SECURITY;
CREATE POLICY outbox_mails_read ON outbox_mails FOR SELECT USING (
    access.task() = 'mail' OR event_id IN (SELECT access.organised_events()));
CREATE POLICY outbox_mails_write ON outbox_mails FOR INSERT WITH CHECK (event_id IN (SELECT access.organised_events()));
CREATE POLICY outbox_mails_change ON outbox_mails FOR UPDATE USING (
    access.task() = 'mail' OR event_id IN (SELECT access.organised_events()));
REVOKE DELETE ON outbox_mails FROM scoevents_app;

ALTER TABLE session_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_documents FORCE ROW LEVEL SECURITY;
CREATE POLICY session_documents_read ON session_documents FOR SELECT USING (
    event_id IN (SELECT access.staffed_events())
    OR EXISTS (SELECT FROM document_versions v WHERE v.document_id = session_documents.id AND v.classification = 'Clear' AND v.withdrawn_at IS NULL));
CREATE POLICY session_documents_add ON session_documents FOR INSERT WITH CHECK (event_id IN (SELECT access.organised_events()));
CREATE POLICY session_documents_change ON session_documents FOR UPDATE USING (event_id IN (SELECT access.organised_events()));
CREATE POLICY session_documents_remove ON session_documents FOR DELETE USING (event_id IN (SELECT access.organised_events()));

ALTER TABLE document_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY document_versions_read ON document_versions FOR SELECT USING (
    event_id IN (SELECT access.staffed_events()) OR (classification = 'Clear' AND withdrawn_at IS NULL));
CREATE POLICY document_versions_add ON document_versions FOR INSERT WITH CHECK (event_id IN (SELECT access.organised_events()));
CREATE POLICY document_versions_change ON document_versions FOR UPDATE USING (event_id IN (SELECT access.organised_events()));
CREATE POLICY document_versions_remove ON document_versions FOR DELETE USING (event_id IN (SELECT access.organised_events()));

-- Whoever sees a version may read its bytes; nobody changes them.
ALTER TABLE document_contents ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_contents FORCE ROW LEVEL SECURITY;
CREATE POLICY document_contents_read ON document_contents FOR SELECT USING (EXISTS (SELECT FROM document_versions v WHERE v.id = version_id));
CREATE POLICY document_contents_add ON document_contents FOR INSERT WITH CHECK (
    EXISTS (SELECT FROM document_versions v WHERE v.id = version_id AND v.event_id IN (SELECT access.organised_events())));
REVOKE UPDATE ON document_contents FROM scoevents_app;

-- Speakers have e-mail addresses now. Not forced: the reference data, which name speakers of recorded events, are loaded by the owner.
ALTER TABLE speakers ENABLE ROW LEVEL SECURITY;
CREATE POLICY speakers_read ON speakers FOR SELECT USING (
    event_id IN (SELECT access.staffed_events()) OR EXISTS (SELECT FROM events e WHERE e.id = event_id AND e.record IS NOT NULL));
CREATE POLICY speakers_add ON speakers FOR INSERT WITH CHECK (event_id IN (SELECT access.organised_events()));
CREATE POLICY speakers_change ON speakers FOR UPDATE USING (event_id IN (SELECT access.organised_events()));
CREATE POLICY speakers_remove ON speakers FOR DELETE USING (event_id IN (SELECT access.organised_events()));

-- Whoever has the draft of a programme open is told that it changed: in the writer's own transaction, whoever writes.
CREATE FUNCTION access.tell_draft_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    changed record := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    event uuid;
BEGIN
    IF TG_ARGV[0] = 'event' THEN
        event := changed.event_id;
    ELSE
        SELECT s.event_id INTO event FROM public.sessions s WHERE s.id = changed.session_id;
    END IF;
    IF event IS NOT NULL THEN
        PERFORM pg_notify('scoevents', 'draft:' || event);
    END IF;
    RETURN NULL;
END $$;

DO $$
DECLARE
    of_event text;
    of_session text;
BEGIN
    FOREACH of_event IN ARRAY ARRAY['sessions', 'slots', 'speakers', 'tracks', 'interpreter_teams', 'unavailabilities', 'programme_settings', 'conflict_acknowledgements', 'event_rooms', 'releases'] LOOP
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION access.tell_draft_changed(''event'')', of_event || '_tell', of_event);
    END LOOP;
    FOREACH of_session IN ARRAY ARRAY['slot_rooms', 'session_speakers', 'session_interpreters'] LOOP
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION access.tell_draft_changed(''session'')', of_session || '_tell', of_session);
    END LOOP;
END $$;
