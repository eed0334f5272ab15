-- What the model cannot say: exclusion constraints, reach by row-level security, and the rights of the portal's own role.
-- Run once by the first migration; a later change is a later migration with a file of its own.

ALTER TABLE slots ADD CONSTRAINT slots_no_room_overlap
    EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) DEFERRABLE INITIALLY IMMEDIATE;

ALTER TABLE released_sessions ADD CONSTRAINT released_sessions_no_room_overlap
    EXCLUDE USING gist (release_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (NOT is_cancelled);

ALTER TABLE state_periods ADD CONSTRAINT state_periods_no_overlap
    EXCLUDE USING gist (state_id WITH =, daterange(starts_on, ends_before) WITH &&) DEFERRABLE INITIALLY DEFERRED;

-- The portal works under scoevents_app, which owns nothing and bypasses nothing.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scoevents_app') THEN
        RAISE EXCEPTION 'The role scoevents_app does not exist.'
            USING HINT = 'Create it first: CREATE ROLE scoevents_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ''...''.';
    END IF;
END $$;

GRANT USAGE ON SCHEMA public TO scoevents_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO scoevents_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO scoevents_app;

-- Reference data come with the portal's version; releases and the audit trail are never changed.
REVOKE INSERT, UPDATE, DELETE ON states, state_periods, organisations, secretariats, sides, event_relations, event_attendance, loaded_reference_data, migrations FROM scoevents_app;
REVOKE UPDATE, DELETE ON releases, released_sessions, audit_entries FROM scoevents_app;

-- Who asks, as set on every logical open of a connection; nobody unless set.
CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO scoevents_app;

CREATE FUNCTION access.actor() RETURNS uuid LANGUAGE sql STABLE
    AS $$ SELECT nullif(current_setting('app.user', true), '')::uuid $$;

CREATE FUNCTION access.own_sides() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT side_id FROM public.grants WHERE user_id = access.actor() AND revoked_at IS NULL AND role = 'FocalPoint' AND event_id IS NULL $$;

CREATE FUNCTION access.own_event_sides() RETURNS TABLE (event_id uuid, side_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT g.event_id, g.side_id FROM public.grants g
          WHERE g.user_id = access.actor() AND g.revoked_at IS NULL AND g.role = 'FocalPoint' AND g.event_id IS NOT NULL $$;

CREATE FUNCTION access.staffed_events() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT e.id FROM public.events e WHERE EXISTS (
              SELECT FROM public.grants g
              WHERE g.user_id = access.actor() AND g.revoked_at IS NULL AND g.role IN ('Organiser', 'Registrar', 'Staff')
                AND (g.event_id = e.id OR g.secretariat_id = e.secretariat_id)) $$;

CREATE FUNCTION access.organised_events() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT e.id FROM public.events e WHERE EXISTS (
              SELECT FROM public.grants g
              WHERE g.user_id = access.actor() AND g.revoked_at IS NULL AND g.role = 'Organiser'
                AND (g.event_id = e.id OR g.secretariat_id = e.secretariat_id)) $$;

CREATE FUNCTION access.holds(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT EXISTS (SELECT FROM public.grants g WHERE g.user_id = access.actor() AND g.revoked_at IS NULL AND g.role = ANY (roles)) $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA access FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA access TO scoevents_app;

-- Forced, so that the owner is bound too; a back-up is taken by a role with BYPASSRLS.
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY invitations_read ON invitations FOR SELECT USING (
    event_id IN (SELECT access.staffed_events())
    OR (status <> 'Draft' AND (side_id IN (SELECT access.own_sides()) OR (event_id, side_id) IN (SELECT s.event_id, s.side_id FROM access.own_event_sides() s))));
CREATE POLICY invitations_invite ON invitations FOR INSERT WITH CHECK (event_id IN (SELECT access.organised_events()));
CREATE POLICY invitations_change ON invitations FOR UPDATE USING (
    event_id IN (SELECT access.organised_events())
    OR side_id IN (SELECT access.own_sides()) OR (event_id, side_id) IN (SELECT s.event_id, s.side_id FROM access.own_event_sides() s));
CREATE POLICY invitations_remove ON invitations FOR DELETE USING (event_id IN (SELECT access.organised_events()));

ALTER TABLE delegations ENABLE ROW LEVEL SECURITY;
ALTER TABLE delegations FORCE ROW LEVEL SECURITY;
CREATE POLICY delegations_read ON delegations FOR SELECT USING (
    event_id IN (SELECT access.staffed_events())
    OR side_id IN (SELECT access.own_sides()) OR (event_id, side_id) IN (SELECT s.event_id, s.side_id FROM access.own_event_sides() s));
CREATE POLICY delegations_add ON delegations FOR INSERT WITH CHECK (
    side_id IN (SELECT access.own_sides()) OR (event_id, side_id) IN (SELECT s.event_id, s.side_id FROM access.own_event_sides() s));
CREATE POLICY delegations_change ON delegations FOR UPDATE USING (
    event_id IN (SELECT access.organised_events())
    OR side_id IN (SELECT access.own_sides()) OR (event_id, side_id) IN (SELECT s.event_id, s.side_id FROM access.own_event_sides() s));

ALTER TABLE delegates ENABLE ROW LEVEL SECURITY;
ALTER TABLE delegates FORCE ROW LEVEL SECURITY;
CREATE POLICY delegates_read ON delegates FOR SELECT USING (
    event_id IN (SELECT access.staffed_events())
    OR side_id IN (SELECT access.own_sides()) OR (event_id, side_id) IN (SELECT s.event_id, s.side_id FROM access.own_event_sides() s));
CREATE POLICY delegates_add ON delegates FOR INSERT WITH CHECK (
    side_id IN (SELECT access.own_sides()) OR (event_id, side_id) IN (SELECT s.event_id, s.side_id FROM access.own_event_sides() s));
CREATE POLICY delegates_change ON delegates FOR UPDATE USING (
    side_id IN (SELECT access.own_sides()) OR (event_id, side_id) IN (SELECT s.event_id, s.side_id FROM access.own_event_sides() s));
REVOKE DELETE ON delegations, delegates FROM scoevents_app;

ALTER TABLE focal_points ENABLE ROW LEVEL SECURITY;
ALTER TABLE focal_points FORCE ROW LEVEL SECURITY;
CREATE POLICY focal_points_read ON focal_points FOR SELECT USING (
    user_id = access.actor() OR side_id IN (SELECT access.own_sides())
    OR (SELECT access.holds('Organiser', 'Registrar', 'Staff', 'Administrator')));
CREATE POLICY focal_points_appoint ON focal_points FOR INSERT WITH CHECK ((SELECT access.holds('Administrator')));
CREATE POLICY focal_points_change ON focal_points FOR UPDATE USING ((SELECT access.holds('Administrator')));
REVOKE DELETE ON focal_points FROM scoevents_app;

-- A delegation's row is tied to the side and event of its own invitation, a delegate's to those of its delegation: a row cannot be smuggled into another's.
ALTER TABLE invitations ADD CONSTRAINT invitations_event_side UNIQUE (id, event_id, side_id);
ALTER TABLE delegations ADD CONSTRAINT delegations_of_invitation FOREIGN KEY (invitation_id, event_id, side_id) REFERENCES invitations (id, event_id, side_id);
ALTER TABLE delegations ADD CONSTRAINT delegations_event_side UNIQUE (id, event_id, side_id);
ALTER TABLE delegates ADD CONSTRAINT delegates_of_delegation FOREIGN KEY (delegation_id, event_id, side_id) REFERENCES delegations (id, event_id, side_id);

-- Not forced: the command line makes the first administrator as the owner.
ALTER TABLE grants ENABLE ROW LEVEL SECURITY;
CREATE POLICY grants_read ON grants FOR SELECT USING (true);
CREATE POLICY grants_give ON grants FOR INSERT WITH CHECK ((SELECT access.holds('Administrator')));
CREATE POLICY grants_revoke ON grants FOR UPDATE USING ((SELECT access.holds('Administrator')));
REVOKE DELETE ON grants FROM scoevents_app;

-- The trail names delegates in its before and after, so only those read it who are there to read it.
ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_entries_read ON audit_entries FOR SELECT USING ((SELECT access.holds('Auditor')));
CREATE POLICY audit_entries_write ON audit_entries FOR INSERT WITH CHECK (actor_id IS NOT DISTINCT FROM access.actor());
