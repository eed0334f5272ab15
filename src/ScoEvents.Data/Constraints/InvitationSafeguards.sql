-- What the model cannot say of invitations and notes: who draws numbers, and who notes what for a side.

-- Numbers are drawn by those who write for the secretariat, and a note has a number of its own event's secretariat that was drawn.
CREATE FUNCTION access.writes_for(secretariat uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT EXISTS (SELECT FROM public.events e WHERE e.secretariat_id = secretariat AND e.id IN (SELECT access.organised_events())) $$;
REVOKE ALL ON FUNCTION access.writes_for(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.writes_for(uuid) TO scoevents_app;

ALTER TABLE note_counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE note_counters FORCE ROW LEVEL SECURITY;
CREATE POLICY note_counters_draw ON note_counters FOR ALL
    USING (access.writes_for(secretariat_id)) WITH CHECK (access.writes_for(secretariat_id));

DROP POLICY notes_verbales_issue ON notes_verbales;
CREATE POLICY notes_verbales_issue ON notes_verbales FOR INSERT WITH CHECK (
    event_id IN (SELECT access.organised_events()) AND issued_by = access.actor()
    AND secretariat_id = (SELECT e.secretariat_id FROM events e WHERE e.id = event_id)
    AND number BETWEEN 1 AND (SELECT c.last FROM note_counters c WHERE c.secretariat_id = notes_verbales.secretariat_id AND c.year = notes_verbales.year));

-- A side that answers on paper has its answer noted by the organiser.
CREATE POLICY delegations_note_answer ON delegations FOR INSERT WITH CHECK (event_id IN (SELECT access.organised_events()));

-- The portal itself notes that no reply came by the day that was asked for, and nothing else.
CREATE POLICY invitations_due ON invitations FOR SELECT USING (access.task() = 'deadlines');
CREATE POLICY invitations_pass ON invitations FOR UPDATE
    USING (access.task() = 'deadlines' AND status IN ('Issued', 'Delivered')) WITH CHECK (access.task() = 'deadlines' AND status = 'NoReply');
