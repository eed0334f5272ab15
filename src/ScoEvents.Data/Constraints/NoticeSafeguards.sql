-- Who is told of what within the portal. Notices are written by the database itself: in the transaction of the act, whichever way
-- it came, once a person, and by nobody who could say what did not happen.

ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE notices FORCE ROW LEVEL SECURITY;
REVOKE INSERT, UPDATE ON notices FROM scoevents_app;
GRANT UPDATE (read_at) ON notices TO scoevents_app;

CREATE POLICY notices_read ON notices FOR SELECT USING (user_id = access.actor());
CREATE POLICY notices_mark ON notices FOR UPDATE USING (user_id = access.actor()) WITH CHECK (user_id = access.actor());
-- Only what was read goes, and only by the portal's own work.
CREATE POLICY notices_seen_by_work ON notices FOR SELECT USING (access.task() = 'notices' AND read_at IS NOT NULL);
CREATE POLICY notices_remove ON notices FOR DELETE USING (access.task() = 'notices' AND read_at IS NOT NULL);
-- The functions below run as the owner, whom forced security binds too.
CREATE POLICY notices_tell ON notices FOR ALL TO CURRENT_USER USING (true) WITH CHECK (true);

CREATE FUNCTION access.staff_of(event uuid, VARIADIC roles text[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT g.user_id FROM public.grants g JOIN public.events e ON e.id = event
          WHERE g.revoked_at IS NULL AND g.role = ANY (roles) AND (g.event_id = e.id OR g.secretariat_id = e.secretariat_id) $$;

CREATE FUNCTION access.voices_of(event uuid, side uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT g.user_id FROM public.grants g
          WHERE g.revoked_at IS NULL AND g.role = 'FocalPoint' AND g.side_id = side AND (g.event_id IS NULL OR g.event_id = event) $$;

-- Tells each of them once of an act, and whoever acts of nothing: an act that goes on counts on, and is unread again.
CREATE FUNCTION access.tell(people uuid[], what text, event uuid, side uuid, session uuid, release_number int, act text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    INSERT INTO public.notices AS known (id, user_id, kind, event_id, side_id, session_id, number, count, key, created_at)
        SELECT gen_random_uuid(), person, what, event, side, session, release_number, 1, act, now()
        FROM (SELECT DISTINCT unnest(people) AS person) told
        WHERE person IS NOT NULL AND person IS DISTINCT FROM access.actor()
        ORDER BY person
    ON CONFLICT (user_id, key) DO UPDATE SET count = known.count + 1, created_at = now(), read_at = NULL
$$;

CREATE FUNCTION access.tell_of_invitation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF NEW.status IN ('Accepted', 'Declined') THEN
        PERFORM access.tell(ARRAY(SELECT access.staff_of(NEW.event_id, 'Organiser', 'Registrar')), 'Invitation' || NEW.status, NEW.event_id, NEW.side_id, NULL, NULL,
            'invitation:' || NEW.id || ':' || NEW.status || ':' || pg_current_xact_id());
    ELSIF NEW.status = 'Issued' OR (NEW.status = 'Withdrawn' AND TG_OP = 'UPDATE') THEN
        PERFORM access.tell(ARRAY(SELECT access.voices_of(NEW.event_id, NEW.side_id)), 'Invitation' || NEW.status, NEW.event_id, NEW.side_id, NULL, NULL,
            'invitation:' || NEW.id || ':' || NEW.status || ':' || pg_current_xact_id());
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER invitations_tell_issued AFTER INSERT ON invitations FOR EACH ROW EXECUTE FUNCTION access.tell_of_invitation();
CREATE TRIGGER invitations_tell_status AFTER UPDATE OF status ON invitations FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION access.tell_of_invitation();

-- Persons who move in one transaction are one notice.
CREATE FUNCTION access.tell_of_admission() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    what text := CASE NEW."to" WHEN 'Submitted' THEN 'PersonsSubmitted' WHEN 'ReturnedForCorrection' THEN 'PersonsReturned' WHEN 'Approved' THEN 'PersonsApproved'
        WHEN 'Refused' THEN 'PersonsRefused' WHEN 'Suspended' THEN 'PersonsRevoked' WHEN 'Revoked' THEN 'PersonsRevoked' END;
    people uuid[] := CASE what WHEN 'PersonsSubmitted' THEN ARRAY(SELECT access.staff_of(NEW.event_id, 'Organiser', 'Registrar'))
        ELSE ARRAY(SELECT access.voices_of(NEW.event_id, NEW.side_id)) END;
BEGIN
    PERFORM access.tell(people, what, NEW.event_id, NEW.side_id, NULL, NULL, what || ':' || NEW.event_id || ':' || NEW.side_id || ':' || pg_current_xact_id());
    RETURN NULL;
END $$;
CREATE TRIGGER accreditation_steps_tell AFTER INSERT ON accreditation_steps FOR EACH ROW
    WHEN (NEW."from" IS DISTINCT FROM NEW."to" AND (NEW."to" IN ('ReturnedForCorrection', 'Approved', 'Refused', 'Suspended', 'Revoked')
        OR (NEW."to" = 'Submitted' AND coalesce(NEW."from", 'Draft') IN ('Draft', 'ReturnedForCorrection'))))
    EXECUTE FUNCTION access.tell_of_admission();

-- The sides that come hear of a programme, and everybody who works for the event.
CREATE FUNCTION access.tell_of_release() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM access.tell(ARRAY(
            SELECT access.staff_of(NEW.event_id, 'Organiser', 'Registrar', 'Staff')
            UNION SELECT voice FROM public.invitations i, LATERAL access.voices_of(i.event_id, i.side_id) AS voice WHERE i.event_id = NEW.event_id AND i.status = 'Accepted'),
        'ReleasePublished', NEW.event_id, NULL, NULL, NEW.number, 'release:' || NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER releases_tell_people AFTER INSERT ON releases FOR EACH ROW EXECUTE FUNCTION access.tell_of_release();

-- Whoever speaks in a session and has an account under the address that notices go to.
CREATE FUNCTION access.tell_of_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    release record;
BEGIN
    SELECT r.event_id, r.number INTO release FROM public.releases r WHERE r.id = NEW.release_id;
    IF EXISTS (
        SELECT FROM public.releases r JOIN public.released_sessions s ON s.release_id = r.id AND s.session_id = NEW.session_id
        WHERE r.event_id = release.event_id AND r.number = release.number - 1 AND NOT s.is_cancelled
            AND (s.starts_at, s.ends_at, s.room_id) IS DISTINCT FROM (NEW.starts_at, NEW.ends_at, NEW.room_id)) THEN
        PERFORM access.tell(ARRAY(
                SELECT u.id FROM jsonb_array_elements(NEW.people) person
                JOIN public.speakers s ON s.id = (person ->> 'SpeakerId')::uuid AND s.event_id = release.event_id
                JOIN public.users u ON u.normalized_email = upper(s.email)),
            'SessionMoved', release.event_id, NULL, NEW.session_id, release.number, 'moved:' || NEW.release_id || ':' || NEW.session_id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER released_sessions_tell_moved AFTER INSERT ON released_sessions FOR EACH ROW
    WHEN (NEW.sequence > 0 AND NOT NEW.is_cancelled) EXECUTE FUNCTION access.tell_of_move();

-- What the portal does by itself and had to give up, by the hour.
CREATE FUNCTION access.tell_of_stop() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF NEW.event_id IS NOT NULL THEN
        PERFORM access.tell(ARRAY(SELECT access.staff_of(NEW.event_id, 'Organiser')), TG_ARGV[0], NEW.event_id, NULL, NULL, NULL,
            TG_ARGV[0] || ':' || CASE TG_ARGV[0] WHEN 'MailFailed' THEN NEW.event_id || to_char(now() AT TIME ZONE 'UTC', ':YYYYMMDDHH24') ELSE NEW.id || ':' || pg_current_xact_id() END);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER scheduled_exports_tell_stopped AFTER UPDATE ON scheduled_exports FOR EACH ROW
    WHEN (OLD.stopped_at IS NULL AND NEW.stopped_at IS NOT NULL) EXECUTE FUNCTION access.tell_of_stop('DailyListStopped');
CREATE TRIGGER webhooks_tell_stopped AFTER UPDATE ON webhooks FOR EACH ROW
    WHEN (NOT OLD.is_given_up AND NEW.is_given_up) EXECUTE FUNCTION access.tell_of_stop('WebhookStopped');
CREATE TRIGGER outbox_mails_tell_failed AFTER UPDATE ON outbox_mails FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.state = 'Failed') EXECUTE FUNCTION access.tell_of_stop('MailFailed');

CREATE FUNCTION access.tell_of_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM access.tell(ARRAY(SELECT access.staff_of(NEW.event_id, 'Organiser') UNION SELECT NEW.created_by), 'FocalPointLinkUsed', NEW.event_id, NEW.side_id, NULL, NULL, 'link:' || NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER focal_point_links_tell_used AFTER UPDATE ON focal_point_links FOR EACH ROW
    WHEN (OLD.used_at IS NULL AND NEW.used_at IS NOT NULL) EXECUTE FUNCTION access.tell_of_link();

CREATE FUNCTION access.tell_of_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM access.tell(ARRAY(
            SELECT access.staff_of(NEW.id, 'Organiser', 'Registrar', 'Staff')
            UNION SELECT voice FROM public.invitations i, LATERAL access.voices_of(i.event_id, i.side_id) AS voice
                WHERE i.event_id = NEW.id AND i.status NOT IN ('Draft', 'Withdrawn', 'Declined')),
        'Event' || NEW.status, NEW.id, NULL, NULL, NULL, 'event:' || NEW.id || ':' || NEW.status || ':' || pg_current_xact_id());
    RETURN NULL;
END $$;
CREATE TRIGGER events_tell_status AFTER UPDATE OF status ON events FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status AND NEW.status IN ('Postponed', 'Cancelled')) EXECUTE FUNCTION access.tell_of_event();

-- Double bookings are refused; what appears behind an organiser's back is that somebody who is placed cannot come.
CREATE FUNCTION access.tell_of_absence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    struck uuid := (
        SELECT s.session_id FROM public.slots s
        WHERE s.event_id = NEW.event_id AND s.starts_at < NEW.ends_at AND s.ends_at > NEW.starts_at
            AND (EXISTS (SELECT FROM public.session_speakers p WHERE p.session_id = s.session_id AND p.speaker_id = NEW.subject_id)
                OR EXISTS (SELECT FROM public.session_interpreters t WHERE t.session_id = s.session_id AND t.team_id = NEW.subject_id))
        ORDER BY s.starts_at, s.session_id LIMIT 1);
BEGIN
    IF struck IS NOT NULL THEN
        PERFORM access.tell(ARRAY(SELECT access.staff_of(NEW.event_id, 'Organiser')), 'ConflictAppeared', NEW.event_id, NULL, struck, NULL, 'absence:' || NEW.id || ':' || pg_current_xact_id());
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER unavailabilities_tell_conflict AFTER INSERT OR UPDATE OF starts_at, ends_at, subject_id ON unavailabilities FOR EACH ROW EXECUTE FUNCTION access.tell_of_absence();

-- The bell rings where the person is signed in, on every node.
CREATE FUNCTION access.ring() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM pg_notify('scoevents', 'notices:' || NEW.user_id);
    RETURN NULL;
END $$;
CREATE TRIGGER notices_ring AFTER INSERT OR UPDATE ON notices FOR EACH ROW EXECUTE FUNCTION access.ring();

REVOKE ALL ON FUNCTION access.staff_of(uuid, text[]), access.voices_of(uuid, uuid), access.tell(uuid[], text, uuid, uuid, uuid, int, text), access.tell_of_invitation(), access.tell_of_admission(),
    access.tell_of_release(), access.tell_of_move(), access.tell_of_stop(), access.tell_of_link(), access.tell_of_event(), access.tell_of_absence(), access.ring() FROM PUBLIC;
