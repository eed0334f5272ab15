-- Who is away when, and why, and why a conflict may stand: for those who prepare the event, and for nobody else.
ALTER TABLE unavailabilities ENABLE ROW LEVEL SECURITY;
ALTER TABLE unavailabilities FORCE ROW LEVEL SECURITY;
CREATE POLICY unavailabilities_read ON unavailabilities FOR SELECT USING (event_id IN (SELECT access.staffed_events()));
CREATE POLICY unavailabilities_write ON unavailabilities FOR ALL
    USING (event_id IN (SELECT access.organised_events())) WITH CHECK (event_id IN (SELECT access.organised_events()));

ALTER TABLE conflict_acknowledgements ENABLE ROW LEVEL SECURITY;
ALTER TABLE conflict_acknowledgements FORCE ROW LEVEL SECURITY;
CREATE POLICY conflict_acknowledgements_read ON conflict_acknowledgements FOR SELECT USING (event_id IN (SELECT access.staffed_events()));
CREATE POLICY conflict_acknowledgements_write ON conflict_acknowledgements FOR ALL
    USING (event_id IN (SELECT access.organised_events())) WITH CHECK (event_id IN (SELECT access.organised_events()));

-- A room belongs to all events that use it: each of their boards is told when it changes.
CREATE FUNCTION access.tell_room_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM pg_notify('scoevents', 'draft:' || used.event_id) FROM public.event_rooms used WHERE used.room_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER rooms_tell AFTER UPDATE ON rooms FOR EACH ROW EXECUTE FUNCTION access.tell_room_changed();
