-- When a side exchanges a person, the draft of the programme follows in the same transaction. The focal point neither reads nor changes a programme; the act does, under a task of its
-- own that reaches no further than the own side's people in an event to which the side comes.
CREATE FUNCTION access.attended_events() RETURNS SETOF uuid LANGUAGE sql STABLE
    AS $$ SELECT i.event_id FROM public.invitations i WHERE i.status = 'Accepted' AND access.speaks_for(i.event_id, i.side_id) $$;
REVOKE ALL ON FUNCTION access.attended_events() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.attended_events() TO scoevents_app;

-- A speaker whose side nobody entered may be of this one.
CREATE POLICY speakers_exchange_read ON speakers FOR SELECT USING (
    access.task() = 'substitution' AND event_id IN (SELECT access.attended_events()) AND (side_id IS NULL OR access.speaks_for(event_id, side_id)));
CREATE POLICY speakers_exchange_add ON speakers FOR INSERT WITH CHECK (
    access.task() = 'substitution' AND event_id IN (SELECT access.attended_events()) AND side_id IS NOT NULL AND access.speaks_for(event_id, side_id));
-- Locked while it is looked whether they are free, and never changed.
CREATE POLICY speakers_exchange_lock ON speakers FOR UPDATE
    USING (access.task() = 'substitution' AND event_id IN (SELECT access.attended_events()) AND (side_id IS NULL OR access.speaks_for(event_id, side_id)))
    WITH CHECK (false);
CREATE POLICY unavailabilities_exchange_read ON unavailabilities FOR SELECT USING (
    access.task() = 'substitution' AND subject_kind = 'Speaker' AND event_id IN (SELECT access.attended_events())
    AND EXISTS (SELECT FROM speakers s WHERE s.id = subject_id AND s.event_id = unavailabilities.event_id));

-- Who prepares the event is told of it, and nobody else.
CREATE FUNCTION access.organises(address text, event uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT EXISTS (
              SELECT FROM public.users u
              JOIN public.grants g ON g.user_id = u.id AND g.revoked_at IS NULL AND g.role = 'Organiser'
              JOIN public.events e ON e.id = event AND (g.event_id = e.id OR g.secretariat_id = e.secretariat_id)
              WHERE lower(u.email) = lower(address)) $$;
REVOKE ALL ON FUNCTION access.organises(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.organises(text, uuid) TO scoevents_app;
CREATE POLICY outbox_mails_exchange_read ON outbox_mails FOR SELECT USING (
    access.task() = 'substitution' AND key LIKE 'exchange:%' AND side_id IS NOT NULL AND access.speaks_for(event_id, side_id));
CREATE POLICY outbox_mails_exchange_write ON outbox_mails FOR INSERT WITH CHECK (
    access.task() = 'substitution' AND key LIKE 'exchange:%' AND event_id IN (SELECT access.attended_events()) AND side_id IS NOT NULL
    AND access.speaks_for(event_id, side_id) AND access.organises(to_address, event_id));
