-- What the model cannot say of tokens and webhooks: who reaches which rows, what of them can change, and that messages are written with what they tell of.

ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY api_tokens_read ON api_tokens FOR SELECT USING (user_id = access.actor() OR access.task() = 'tokens');
CREATE POLICY api_tokens_make ON api_tokens FOR INSERT WITH CHECK (user_id = access.actor() AND revoked_at IS NULL);
CREATE POLICY api_tokens_revoke ON api_tokens FOR UPDATE USING (user_id = access.actor());
CREATE POLICY api_tokens_use ON api_tokens FOR UPDATE USING (access.task() = 'tokens');
-- A token stays what it was made: neither hash nor scopes nor expiry change, and one that was taken back stays so.
REVOKE UPDATE, DELETE ON api_tokens FROM scoevents_app;
GRANT UPDATE (last_used_at, revoked_at) ON api_tokens TO scoevents_app;
CREATE FUNCTION access.keep_tokens_revoked() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
    IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at THEN
        RAISE EXCEPTION 'A token that was taken back stays so.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER api_tokens_stay_revoked BEFORE UPDATE ON api_tokens FOR EACH ROW EXECUTE FUNCTION access.keep_tokens_revoked();

-- An answer that is kept for a repeated request is for whoever asked.
ALTER TABLE api_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_requests FORCE ROW LEVEL SECURITY;
CREATE POLICY api_requests_own ON api_requests FOR ALL
    USING (user_id = access.actor())
    WITH CHECK (user_id = access.actor() AND EXISTS (SELECT FROM api_tokens t WHERE t.id = token_id AND t.user_id = access.actor()));

ALTER TABLE webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhooks FORCE ROW LEVEL SECURITY;
CREATE POLICY webhooks_read ON webhooks FOR SELECT USING (access.task() = 'webhooks' OR event_id IN (SELECT access.organised_events()));
CREATE POLICY webhooks_make ON webhooks FOR INSERT WITH CHECK (created_by = access.actor() AND event_id IN (SELECT access.organised_events()));
CREATE POLICY webhooks_change ON webhooks FOR UPDATE USING (access.task() = 'webhooks' OR event_id IN (SELECT access.organised_events()));
CREATE POLICY webhooks_remove ON webhooks FOR DELETE USING (event_id IN (SELECT access.organised_events()));

-- Only what happens writes messages, through the triggers below; an organiser has one sent again.
ALTER TABLE webhook_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_deliveries_read ON webhook_deliveries FOR SELECT USING (access.task() = 'webhooks' OR event_id IN (SELECT access.organised_events()));
CREATE POLICY webhook_deliveries_write ON webhook_deliveries FOR INSERT WITH CHECK (access.task() = 'webhooks');
CREATE POLICY webhook_deliveries_change ON webhook_deliveries FOR UPDATE USING (access.task() = 'webhooks' OR event_id IN (SELECT access.organised_events()));
REVOKE UPDATE, DELETE ON webhook_deliveries FROM scoevents_app;
GRANT UPDATE (state, attempts, next_attempt_at, last_status, last_error, last_duration, delivered_at) ON webhook_deliveries TO scoevents_app;

-- Under the task that sees the webhooks, whoever does what is told of: a focal point who hands a person in sees no webhook.
CREATE FUNCTION access.queue_webhooks(event uuid, topic text, type text, at timestamptz, data jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    before text := coalesce(current_setting('app.task', true), '');
BEGIN
    PERFORM set_config('app.task', 'webhooks', true);
    INSERT INTO public.webhook_deliveries (id, webhook_id, event_id, topic, payload, state, attempts, next_attempt_at, created_at)
        SELECT gen_random_uuid(), w.id, w.event_id, queue_webhooks.topic,
            jsonb_build_object('type', queue_webhooks.type, 'timestamp', to_char(queue_webhooks.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', data)::text,
            'Queued', 0, queue_webhooks.at, queue_webhooks.at
        FROM public.webhooks w
        WHERE w.event_id = event AND w.disabled_at IS NULL AND w.topics ? queue_webhooks.topic;
    PERFORM set_config('app.task', before, true);
END $$;
REVOKE ALL ON FUNCTION access.queue_webhooks(uuid, text, text, timestamptz, jsonb) FROM PUBLIC;

CREATE FUNCTION access.tell_release_published() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM access.queue_webhooks(NEW.event_id, 'ReleasePublished', 'release.published', NEW.published_at,
        jsonb_build_object('eventId', NEW.event_id, 'releaseId', NEW.id, 'number', NEW.number));
    RETURN NULL;
END $$;
CREATE TRIGGER releases_webhooks AFTER INSERT ON releases FOR EACH ROW EXECUTE FUNCTION access.tell_release_published();

-- Ids and states only: who the person is, is asked for by those who may.
CREATE FUNCTION access.tell_accreditation_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM access.queue_webhooks(NEW.event_id, 'AccreditationChanged', 'accreditation.changed', NEW.at,
        jsonb_build_object('eventId', NEW.event_id, 'accreditationId', NEW.case_id, 'sideId', NEW.side_id, 'from', NEW."from", 'to', NEW."to"));
    RETURN NULL;
END $$;
CREATE TRIGGER accreditation_steps_webhooks AFTER INSERT ON accreditation_steps FOR EACH ROW EXECUTE FUNCTION access.tell_accreditation_changed();

-- When the portal gives up on a receiver, it writes to whoever named it.
CREATE POLICY outbox_mails_webhooks ON outbox_mails FOR INSERT WITH CHECK (access.task() = 'webhooks' AND event_id IS NOT NULL AND key LIKE 'webhook:%');
CREATE POLICY outbox_mails_webhooks_read ON outbox_mails FOR SELECT USING (access.task() = 'webhooks' AND key LIKE 'webhook:%');
