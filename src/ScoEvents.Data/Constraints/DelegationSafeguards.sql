-- What the model cannot say of delegations: who reaches which rows, what is never changed, and who is told of a change.

-- Events in which the actor reviews persons and admits them.
CREATE FUNCTION access.registered_events() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT e.id FROM public.events e WHERE EXISTS (
              SELECT FROM public.grants g
              WHERE g.user_id = access.actor() AND g.revoked_at IS NULL AND g.role IN ('Organiser', 'Registrar')
                AND (g.event_id = e.id OR g.secretariat_id = e.secretariat_id)) $$;
REVOKE ALL ON FUNCTION access.registered_events() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.registered_events() TO scoevents_app;

-- Who was registered before persons were admitted one by one counts as handed in.
INSERT INTO accreditations (id, delegate_id, delegation_id, event_id, side_id, state, vetting, comments, state_at)
    SELECT gen_random_uuid(), id, delegation_id, event_id, side_id, CASE WHEN withdrawn_at IS NULL THEN 'Submitted' ELSE 'Withdrawn' END, 'NotSent', '[]', coalesce(withdrawn_at, registered_at)
    FROM delegates;
INSERT INTO accreditation_steps (id, case_id, event_id, side_id, "from", "to", at, comments)
    SELECT gen_random_uuid(), id, event_id, side_id, NULL, state, state_at, '[]' FROM accreditations;

-- A person's papers are tied to the side and event of the person.
ALTER TABLE delegates ADD CONSTRAINT delegates_event_side_person UNIQUE (id, event_id, side_id);
ALTER TABLE accreditations ADD CONSTRAINT accreditations_of_person FOREIGN KEY (delegate_id, event_id, side_id) REFERENCES delegates (id, event_id, side_id);
ALTER TABLE accreditations ADD CONSTRAINT accreditations_event_side UNIQUE (id, event_id, side_id);
ALTER TABLE accreditation_steps ADD CONSTRAINT accreditation_steps_of_case FOREIGN KEY (case_id, event_id, side_id) REFERENCES accreditations (id, event_id, side_id);
ALTER TABLE badges ADD CONSTRAINT badges_of_case FOREIGN KEY (case_id, event_id, side_id) REFERENCES accreditations (id, event_id, side_id);
ALTER TABLE delegate_photos ADD CONSTRAINT delegate_photos_of_person FOREIGN KEY (delegate_id, event_id, side_id) REFERENCES delegates (id, event_id, side_id);
ALTER TABLE delegate_drafts ADD CONSTRAINT delegate_drafts_of_delegation FOREIGN KEY (delegation_id, event_id, side_id) REFERENCES delegations (id, event_id, side_id);
ALTER TABLE notes_verbales ADD CONSTRAINT notes_verbales_of_invitation FOREIGN KEY (invitation_id, event_id, side_id) REFERENCES invitations (id, event_id, side_id);
ALTER TABLE focal_point_links ADD CONSTRAINT focal_point_links_of_invitation FOREIGN KEY (invitation_id, event_id, side_id) REFERENCES invitations (id, event_id, side_id);
ALTER TABLE mandate_letters ADD CONSTRAINT mandate_letters_of_invitation FOREIGN KEY (event_id, side_id) REFERENCES invitations (event_id, side_id);

-- What is written once stays as it is.
REVOKE UPDATE, DELETE ON notes_verbales, accreditation_steps, check_ins, participant_snapshots, purge_records FROM scoevents_app;
REVOKE DELETE ON note_counters, focal_point_links, accreditations, badges, badge_keys FROM scoevents_app;

DO $$
DECLARE
    protected text;
BEGIN
    FOREACH protected IN ARRAY ARRAY['notes_verbales', 'note_templates', 'focal_point_links', 'mandate_letters', 'delegation_settings', 'delegate_photos', 'delegate_drafts',
        'accreditations', 'accreditation_steps', 'badges', 'badge_keys', 'check_ins', 'participant_snapshots', 'attendance_records', 'purge_records'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', protected);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', protected);
    END LOOP;
END $$;

CREATE FUNCTION access.speaks_for(event uuid, side uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$ SELECT EXISTS (SELECT FROM public.grants g WHERE g.user_id = access.actor() AND g.revoked_at IS NULL AND g.role = 'FocalPoint'
              AND g.side_id = side AND (g.event_id IS NULL OR g.event_id = event)) $$;
REVOKE ALL ON FUNCTION access.speaks_for(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.speaks_for(uuid, uuid) TO scoevents_app;

-- Rules are no secret; those who prepare the event change them.
CREATE POLICY delegation_settings_read ON delegation_settings FOR SELECT USING (true);
CREATE POLICY delegation_settings_add ON delegation_settings FOR INSERT WITH CHECK (event_id IN (SELECT access.registered_events()));
CREATE POLICY delegation_settings_change ON delegation_settings FOR UPDATE USING (event_id IN (SELECT access.registered_events()));

CREATE POLICY notes_verbales_read ON notes_verbales FOR SELECT USING (event_id IN (SELECT access.staffed_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY notes_verbales_issue ON notes_verbales FOR INSERT WITH CHECK (event_id IN (SELECT access.organised_events()) AND issued_by = access.actor());

CREATE POLICY note_templates_read ON note_templates FOR SELECT USING (event_id IN (SELECT access.staffed_events()));
CREATE POLICY note_templates_write ON note_templates FOR ALL
    USING (event_id IN (SELECT access.organised_events())) WITH CHECK (event_id IN (SELECT access.organised_events()));

CREATE POLICY focal_point_links_read ON focal_point_links FOR SELECT USING (
    access.task() = 'focal-link' OR event_id IN (SELECT access.organised_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY focal_point_links_make ON focal_point_links FOR INSERT WITH CHECK (
    created_by = access.actor() AND (event_id IN (SELECT access.organised_events()) OR access.speaks_for(event_id, side_id)));
CREATE POLICY focal_point_links_change ON focal_point_links FOR UPDATE USING (
    access.task() = 'focal-link' OR event_id IN (SELECT access.organised_events()) OR access.speaks_for(event_id, side_id));

CREATE POLICY mandate_letters_read ON mandate_letters FOR SELECT USING (event_id IN (SELECT access.staffed_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY mandate_letters_file ON mandate_letters FOR INSERT WITH CHECK (
    uploaded_by = access.actor() AND (event_id IN (SELECT access.registered_events()) OR access.speaks_for(event_id, side_id)));
CREATE POLICY mandate_letters_remove ON mandate_letters FOR DELETE USING (
    access.task() = 'purge' OR event_id IN (SELECT access.registered_events()) OR access.speaks_for(event_id, side_id));

-- Only the side changes its own persons; a purge is work of the portal, asked for by somebody or due by its day.
CREATE POLICY delegates_purge_read ON delegates FOR SELECT USING (access.task() = 'purge');
CREATE POLICY delegates_purge ON delegates FOR UPDATE USING (access.task() = 'purge');

CREATE POLICY delegate_photos_read ON delegate_photos FOR SELECT USING (
    access.task() = 'purge' OR event_id IN (SELECT access.staffed_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY delegate_photos_add ON delegate_photos FOR INSERT WITH CHECK (event_id IN (SELECT access.registered_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY delegate_photos_change ON delegate_photos FOR UPDATE USING (event_id IN (SELECT access.registered_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY delegate_photos_remove ON delegate_photos FOR DELETE USING (
    access.task() = 'purge' OR event_id IN (SELECT access.registered_events()) OR access.speaks_for(event_id, side_id));

-- What somebody has typed and not registered is that person's alone.
CREATE POLICY delegate_drafts_own ON delegate_drafts FOR ALL
    USING (user_id = access.actor() AND access.speaks_for(event_id, side_id))
    WITH CHECK (user_id = access.actor() AND access.speaks_for(event_id, side_id));
CREATE POLICY delegate_drafts_seen_by_purge ON delegate_drafts FOR SELECT USING (access.task() = 'purge');
CREATE POLICY delegate_drafts_purge ON delegate_drafts FOR DELETE USING (access.task() = 'purge');

-- A side hands in, takes out and exchanges its persons; it admits nobody.
CREATE POLICY accreditations_read ON accreditations FOR SELECT USING (
    access.task() IN ('purge', 'webhooks') OR event_id IN (SELECT access.staffed_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY accreditations_open ON accreditations FOR INSERT WITH CHECK (
    event_id IN (SELECT access.registered_events()) OR (access.speaks_for(event_id, side_id) AND state IN ('Draft', 'Submitted')));
CREATE POLICY accreditations_review ON accreditations FOR UPDATE USING (event_id IN (SELECT access.registered_events()));
CREATE POLICY accreditations_door ON accreditations FOR UPDATE
    USING (event_id IN (SELECT access.staffed_events()) AND state IN ('BadgeIssued', 'CheckedIn'))
    WITH CHECK (event_id IN (SELECT access.staffed_events()) AND state IN ('BadgeIssued', 'CheckedIn'));
CREATE POLICY accreditations_hand_in ON accreditations FOR UPDATE
    USING (access.speaks_for(event_id, side_id))
    WITH CHECK (access.speaks_for(event_id, side_id) AND state IN ('Draft', 'Submitted', 'Withdrawn', 'Replaced'));

CREATE POLICY accreditation_steps_read ON accreditation_steps FOR SELECT USING (event_id IN (SELECT access.staffed_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY accreditation_steps_add ON accreditation_steps FOR INSERT WITH CHECK (
    by IS NOT DISTINCT FROM access.actor()
    AND (event_id IN (SELECT access.registered_events())
        OR (event_id IN (SELECT access.staffed_events()) AND "to" IN ('BadgeIssued', 'CheckedIn'))
        OR (access.speaks_for(event_id, side_id) AND "to" IN ('Draft', 'Submitted', 'Withdrawn', 'Replaced'))));

-- A side can only take a badge of its own back.
CREATE POLICY badges_read ON badges FOR SELECT USING (event_id IN (SELECT access.staffed_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY badges_issue ON badges FOR INSERT WITH CHECK (event_id IN (SELECT access.registered_events()) AND issued_by = access.actor());
CREATE POLICY badges_change ON badges FOR UPDATE USING (event_id IN (SELECT access.registered_events()));
CREATE POLICY badges_give_back ON badges FOR UPDATE
    USING (access.speaks_for(event_id, side_id)) WITH CHECK (access.speaks_for(event_id, side_id) AND revoked_at IS NOT NULL);

CREATE POLICY badge_keys_read ON badge_keys FOR SELECT USING ((SELECT access.holds('Organiser', 'Registrar', 'Staff')));
CREATE POLICY badge_keys_make ON badge_keys FOR INSERT WITH CHECK ((SELECT access.holds('Organiser', 'Registrar')));
CREATE POLICY badge_keys_retire ON badge_keys FOR UPDATE USING ((SELECT access.holds('Organiser', 'Registrar')));

CREATE POLICY check_ins_read ON check_ins FOR SELECT USING (event_id IN (SELECT access.staffed_events()));
CREATE POLICY check_ins_note ON check_ins FOR INSERT WITH CHECK (event_id IN (SELECT access.staffed_events()) AND by = access.actor());

CREATE POLICY participant_snapshots_read ON participant_snapshots FOR SELECT USING (event_id IN (SELECT access.staffed_events()));
CREATE POLICY participant_snapshots_issue ON participant_snapshots FOR INSERT WITH CHECK (event_id IN (SELECT access.registered_events()) AND issued_by = access.actor());

CREATE POLICY attendance_records_read ON attendance_records FOR SELECT USING (event_id IN (SELECT access.staffed_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY attendance_records_write ON attendance_records FOR ALL
    USING (event_id IN (SELECT access.registered_events())) WITH CHECK (event_id IN (SELECT access.registered_events()));

CREATE POLICY purge_records_read ON purge_records FOR SELECT USING (access.task() = 'purge' OR event_id IN (SELECT access.staffed_events()));
CREATE POLICY purge_records_add ON purge_records FOR INSERT WITH CHECK (access.task() = 'purge' OR event_id IN (SELECT access.registered_events()));

-- Whoever has delegations of an event open is told that something changed: in the writer's own transaction, whoever writes.
CREATE FUNCTION access.tell_delegations_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    changed record := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    PERFORM pg_notify('scoevents', 'delegations:' || changed.event_id);
    RETURN NULL;
END $$;

DO $$
DECLARE
    told text;
BEGIN
    FOREACH told IN ARRAY ARRAY['invitations', 'delegations', 'delegates', 'delegate_photos', 'accreditations', 'badges', 'check_ins', 'attendance_records', 'participant_snapshots', 'delegation_settings'] LOOP
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION access.tell_delegations_changed()', told || '_tell', told);
    END LOOP;
END $$;
