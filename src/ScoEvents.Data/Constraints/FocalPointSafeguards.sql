-- Who becomes focal point by a link, who takes the office back, and that nobody gets it otherwise.

-- The secret of a link travels as the task of the connection: only who knows it reaches the link's row, whatever else the row says.
CREATE FUNCTION access.link_hash() RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog
    AS $$ SELECT CASE WHEN access.task() ~ '^focal-link:[0-9a-f]{64}$' THEN sha256(decode(substr(access.task(), 12), 'hex')) END $$;

CREATE FUNCTION access.own_email() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT lower(u.email) FROM public.users u WHERE u.id = access.actor() $$;

-- The side's first focal point, for the event or for all: the office and the grant have to stand.
CREATE FUNCTION access.is_principal(event uuid, side uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT EXISTS (SELECT FROM public.focal_points p
              JOIN public.grants g ON g.user_id = p.user_id AND g.side_id = p.side_id AND g.event_id IS NOT DISTINCT FROM p.event_id
              WHERE p.user_id = access.actor() AND p.side_id = side AND p.rank = 'Principal' AND p.ended_at IS NULL
                AND (p.event_id IS NULL OR p.event_id = event) AND g.role = 'FocalPoint' AND g.revoked_at IS NULL) $$;

-- Has used a link to the first place and not yet taken it: the moment in which the predecessor goes.
CREATE FUNCTION access.taking_over(event uuid, side uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT EXISTS (SELECT FROM public.focal_point_links l
              WHERE l.used_by = access.actor() AND l.revoked_at IS NULL AND l.rank = 'Principal' AND l.event_id = event AND l.side_id = side
                AND NOT EXISTS (SELECT FROM public.grants g WHERE g.link_id = l.id)) $$;

CREATE FUNCTION access.link_invitations() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT l.invitation_id FROM public.focal_point_links l WHERE l.token_hash = access.link_hash() $$;

REVOKE ALL ON FUNCTION access.link_hash(), access.own_email(), access.is_principal(uuid, uuid), access.taking_over(uuid, uuid), access.link_invitations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.link_hash(), access.own_email(), access.is_principal(uuid, uuid), access.taking_over(uuid, uuid), access.link_invitations() TO scoevents_app;

-- Of these rows only what ends them ever changes.
REVOKE UPDATE ON focal_point_links, grants, focal_points FROM scoevents_app;
GRANT UPDATE (used_at, used_by, revoked_at) ON focal_point_links TO scoevents_app;
GRANT UPDATE (revoked_at) ON grants TO scoevents_app;
GRANT UPDATE (ended_at) ON focal_points TO scoevents_app;

DROP POLICY focal_point_links_read ON focal_point_links;
DROP POLICY focal_point_links_make ON focal_point_links;
DROP POLICY focal_point_links_change ON focal_point_links;
CREATE POLICY focal_point_links_read ON focal_point_links FOR SELECT USING (
    token_hash = (SELECT access.link_hash()) OR used_by = access.actor()
    OR event_id IN (SELECT access.staffed_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY focal_point_links_make ON focal_point_links FOR INSERT WITH CHECK (
    created_by = access.actor() AND used_at IS NULL AND revoked_at IS NULL
    AND (event_id IN (SELECT access.organised_events()) OR access.is_principal(event_id, side_id)));
CREATE POLICY focal_point_links_use ON focal_point_links FOR UPDATE
    USING (token_hash = (SELECT access.link_hash()) AND used_at IS NULL AND revoked_at IS NULL)
    WITH CHECK (token_hash = (SELECT access.link_hash()) AND revoked_at IS NULL AND used_by = access.actor() AND lower(email) = (SELECT access.own_email()));
CREATE POLICY focal_point_links_revoke ON focal_point_links FOR UPDATE
    USING (used_at IS NULL AND revoked_at IS NULL AND (event_id IN (SELECT access.organised_events()) OR access.is_principal(event_id, side_id)))
    WITH CHECK (used_at IS NULL AND revoked_at IS NOT NULL AND (event_id IN (SELECT access.organised_events()) OR access.is_principal(event_id, side_id)));

-- A link gives its own user the one grant and the one office that it names; not even an organiser gives them otherwise.
CREATE POLICY grants_take_by_link ON grants FOR INSERT WITH CHECK (
    role = 'FocalPoint' AND user_id = access.actor() AND secretariat_id IS NULL AND revoked_at IS NULL
    AND EXISTS (SELECT FROM focal_point_links l
        WHERE l.id = grants.link_id AND l.event_id = grants.event_id AND l.side_id = grants.side_id AND l.used_by = access.actor() AND l.revoked_at IS NULL));
CREATE POLICY focal_points_take_by_link ON focal_points FOR INSERT WITH CHECK (
    user_id = access.actor() AND ended_at IS NULL
    AND EXISTS (SELECT FROM focal_point_links l
        WHERE l.id = focal_points.link_id AND l.event_id = focal_points.event_id AND l.side_id = focal_points.side_id AND l.rank = focal_points.rank
          AND l.used_by = access.actor() AND l.revoked_at IS NULL));

-- Offices of one event are ended by its organisers, by the first for the deputies, and by a successor for the predecessor; those of all events by administrators.
DROP POLICY focal_points_read ON focal_points;
CREATE POLICY focal_points_read ON focal_points FOR SELECT USING (
    user_id = access.actor() OR side_id IN (SELECT access.own_sides())
    OR side_id IN (SELECT s.side_id FROM access.own_event_sides() s WHERE focal_points.event_id IS NULL OR focal_points.event_id = s.event_id)
    OR event_id IN (SELECT access.staffed_events()) OR access.taking_over(event_id, side_id)
    OR (event_id IS NULL AND (SELECT access.holds('Organiser', 'Registrar', 'Staff')))
    OR (SELECT access.holds('Administrator')));
CREATE POLICY focal_points_end ON focal_points FOR UPDATE
    USING (ended_at IS NULL AND event_id IS NOT NULL AND (event_id IN (SELECT access.organised_events())
        OR (rank = 'Deputy' AND access.is_principal(event_id, side_id)) OR access.taking_over(event_id, side_id)))
    WITH CHECK (ended_at IS NOT NULL AND event_id IS NOT NULL AND (event_id IN (SELECT access.organised_events())
        OR (rank = 'Deputy' AND access.is_principal(event_id, side_id)) OR access.taking_over(event_id, side_id)));
CREATE POLICY grants_end_focal_point ON grants FOR UPDATE
    USING (role = 'FocalPoint' AND revoked_at IS NULL AND event_id IS NOT NULL AND (event_id IN (SELECT access.organised_events())
        OR (access.is_principal(event_id, side_id) AND EXISTS (SELECT FROM focal_points p WHERE p.link_id = grants.link_id AND p.rank = 'Deputy'))
        OR access.taking_over(event_id, side_id)))
    WITH CHECK (role = 'FocalPoint' AND revoked_at IS NOT NULL AND event_id IS NOT NULL AND (event_id IN (SELECT access.organised_events())
        OR (access.is_principal(event_id, side_id) AND EXISTS (SELECT FROM focal_points p WHERE p.link_id = grants.link_id AND p.rank = 'Deputy'))
        OR access.taking_over(event_id, side_id)));

-- What a link is for is told to who holds it.
CREATE POLICY invitations_read_by_link ON invitations FOR SELECT USING (id IN (SELECT access.link_invitations()));

-- The first focal point writes the one mail that carries a link of the own side.
CREATE POLICY outbox_mails_read_own_link ON outbox_mails FOR SELECT USING (
    key LIKE 'focal-link:%' AND EXISTS (SELECT FROM focal_point_links l
        WHERE 'focal-link:' || l.id = outbox_mails.key AND l.created_by = access.actor() AND l.event_id = outbox_mails.event_id AND l.side_id = outbox_mails.side_id));
CREATE POLICY outbox_mails_write_own_link ON outbox_mails FOR INSERT WITH CHECK (
    EXISTS (SELECT FROM focal_point_links l
        WHERE 'focal-link:' || l.id = outbox_mails.key AND l.created_by = access.actor() AND l.event_id = outbox_mails.event_id AND l.side_id = outbox_mails.side_id
          AND lower(l.email) = lower(outbox_mails.to_address) AND access.is_principal(l.event_id, l.side_id)));
