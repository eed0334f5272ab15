-- What the model cannot say of calendar addresses and daily lists: who reaches them, and what the portal does with them by itself.

-- Whoever has the address asks as nobody; the portal looks it up for that, and writes down when.
ALTER TABLE feed_addresses ENABLE ROW LEVEL SECURITY;
ALTER TABLE feed_addresses FORCE ROW LEVEL SECURITY;
CREATE POLICY feed_addresses_read ON feed_addresses FOR SELECT USING (
    access.task() = 'feeds' OR owner_id = access.actor() OR event_id IN (SELECT access.organised_events()));
CREATE POLICY feed_addresses_open ON feed_addresses FOR INSERT WITH CHECK (
    owner_id = access.actor() AND event_id IN (SELECT access.staffed_events()));
CREATE POLICY feed_addresses_change ON feed_addresses FOR UPDATE USING (
    access.task() = 'feeds' OR owner_id = access.actor() OR event_id IN (SELECT access.organised_events()));
-- Nobody turns an address into one of somebody else, or into one that shows more.
REVOKE UPDATE, DELETE ON feed_addresses FROM scoevents_app;
GRANT UPDATE (revoked_at, revoked_by, last_used_at) ON feed_addresses TO scoevents_app;
CREATE FUNCTION access.keep_feed_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at THEN
        RAISE EXCEPTION 'A calendar address that was taken back stays so.';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER feed_addresses_stay_revoked BEFORE UPDATE ON feed_addresses FOR EACH ROW EXECUTE FUNCTION access.keep_feed_revoked();

ALTER TABLE scheduled_exports ENABLE ROW LEVEL SECURITY;
ALTER TABLE scheduled_exports FORCE ROW LEVEL SECURITY;
CREATE POLICY scheduled_exports_read ON scheduled_exports FOR SELECT USING (
    access.task() = 'exports' OR event_id IN (SELECT access.organised_events()));
CREATE POLICY scheduled_exports_add ON scheduled_exports FOR INSERT WITH CHECK (
    created_by = access.actor() AND event_id IN (SELECT access.organised_events()));
CREATE POLICY scheduled_exports_change ON scheduled_exports FOR UPDATE USING (
    access.task() = 'exports' OR event_id IN (SELECT access.organised_events()));
CREATE POLICY scheduled_exports_remove ON scheduled_exports FOR DELETE USING (event_id IN (SELECT access.organised_events()));
-- A list tells what the person who set it up may read: it is never put into the name of another, or of another event.
REVOKE UPDATE ON scheduled_exports FROM scoevents_app;
GRANT UPDATE (next_run_at, last_run_at, last_mail_id, failures, last_error, stopped_at, reported, pending) ON scheduled_exports TO scoevents_app;

-- The lists go out through the outbox, and learn from it whether they arrived.
CREATE POLICY outbox_mails_of_lists ON outbox_mails FOR INSERT WITH CHECK (access.task() = 'exports');
CREATE POLICY outbox_mails_read_of_lists ON outbox_mails FOR SELECT USING (access.task() = 'exports' AND key LIKE 'scheduled:%');
