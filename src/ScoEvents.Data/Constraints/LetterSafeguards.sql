-- Numbered letters about persons, and what the reviewers of an event tell its sides.

ALTER TABLE issued_letters ADD CONSTRAINT issued_letters_of_person FOREIGN KEY (delegate_id, event_id, side_id) REFERENCES delegates (id, event_id, side_id);
REVOKE UPDATE, DELETE ON issued_letters FROM scoevents_app;
ALTER TABLE issued_letters ENABLE ROW LEVEL SECURITY;
ALTER TABLE issued_letters FORCE ROW LEVEL SECURITY;
CREATE POLICY issued_letters_read ON issued_letters FOR SELECT USING (event_id IN (SELECT access.staffed_events()) OR access.speaks_for(event_id, side_id));
CREATE POLICY issued_letters_issue ON issued_letters FOR INSERT WITH CHECK (event_id IN (SELECT access.registered_events()) AND issued_by = access.actor());

-- Registrars write to the sides of what they decided, and read and hold back nothing else of the outbox.
CREATE POLICY outbox_mails_decisions_read ON outbox_mails FOR SELECT USING (
    key LIKE 'accreditation:%' AND event_id IN (SELECT access.registered_events()));
CREATE POLICY outbox_mails_decisions_write ON outbox_mails FOR INSERT WITH CHECK (
    key LIKE 'accreditation:%' AND event_id IN (SELECT access.registered_events()));
CREATE POLICY outbox_mails_decisions_change ON outbox_mails FOR UPDATE
    USING (key LIKE 'accreditation:%' AND state = 'Queued' AND event_id IN (SELECT access.registered_events()));
