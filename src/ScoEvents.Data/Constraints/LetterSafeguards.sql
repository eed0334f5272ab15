-- Numbered letters about persons, and what the reviewers of an event tell its sides.

ALTER TABLE issued_letters ADD CONSTRAINT issued_letters_of_person FOREIGN KEY (delegate_id, event_id, side_id) REFERENCES delegates (id, event_id, side_id);
REVOKE UPDATE, DELETE ON issued_letters FROM scoevents_app;
ALTER TABLE issued_letters ENABLE ROW LEVEL SECURITY;
ALTER TABLE issued_letters FORCE ROW LEVEL SECURITY;
CREATE POLICY issued_letters_read ON issued_letters FOR SELECT USING (event_id IN (SELECT access.staffed_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY issued_letters_issue ON issued_letters FOR INSERT WITH CHECK (event_id IN (SELECT access.registered_events()) AND issued_by = access.actor()
    AND secretariat_id = (SELECT e.secretariat_id FROM events e WHERE e.id = event_id));

-- Registrars number letters of the secretariats whose events they register for, in the series of the notes verbales.
CREATE POLICY note_counters_letters ON note_counters FOR ALL
    USING (secretariat_id IN (SELECT e.secretariat_id FROM events e WHERE e.id IN (SELECT access.registered_events())))
    WITH CHECK (secretariat_id IN (SELECT e.secretariat_id FROM events e WHERE e.id IN (SELECT access.registered_events())));

-- Registrars write to the sides of what they decided, and read and hold back nothing else of the outbox.
CREATE POLICY outbox_mails_decisions_read ON outbox_mails FOR SELECT USING (
    key LIKE 'accreditation:%' AND event_id IN (SELECT access.registered_events()));
CREATE POLICY outbox_mails_decisions_write ON outbox_mails FOR INSERT WITH CHECK (
    key LIKE 'accreditation:%' AND event_id IN (SELECT access.registered_events()));
CREATE POLICY outbox_mails_decisions_change ON outbox_mails FOR UPDATE
    USING (key LIKE 'accreditation:%' AND state = 'Queued' AND event_id IN (SELECT access.registered_events()));
