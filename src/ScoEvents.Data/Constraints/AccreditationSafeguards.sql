-- What the policies of the foundation cannot say of an accreditation: they see the row after a change, not the one before.

-- Whoever works through the portal keeps to the moves; a side hands in and takes out and touches nothing that a reviewer wrote.
CREATE FUNCTION access.guard_accreditation() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
    reviews boolean;
BEGIN
    IF access.actor() IS NULL THEN
        RETURN NEW;
    END IF;

    reviews := NEW.event_id IN (SELECT access.registered_events());
    IF NOT reviews AND (NEW.vetting <> CASE TG_OP WHEN 'INSERT' THEN 'NotSent' ELSE OLD.vetting END
            OR NEW.vetting_at IS DISTINCT FROM CASE TG_OP WHEN 'UPDATE' THEN OLD.vetting_at END) THEN
        RAISE EXCEPTION 'Only reviewers mark the vetting.' USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'accreditations_vetting_by_reviewers';
    END IF;

    IF TG_OP = 'UPDATE' AND NEW.state <> OLD.state THEN
        IF NEW.state <> ALL (CASE OLD.state
            WHEN 'Draft' THEN ARRAY['Submitted', 'Withdrawn', 'Replaced']
            WHEN 'Submitted' THEN ARRAY['UnderReview', 'ReturnedForCorrection', 'Approved', 'Refused', 'Withdrawn', 'Replaced']
            WHEN 'UnderReview' THEN ARRAY['Submitted', 'ReturnedForCorrection', 'Approved', 'Refused', 'Withdrawn', 'Replaced']
            WHEN 'ReturnedForCorrection' THEN ARRAY['Submitted', 'Withdrawn', 'Replaced']
            WHEN 'Approved' THEN ARRAY['BadgeIssued', 'UnderReview', 'Suspended', 'Revoked', 'Withdrawn', 'Replaced']
            WHEN 'Refused' THEN ARRAY['UnderReview', 'Withdrawn', 'Replaced']
            WHEN 'BadgeIssued' THEN ARRAY['CheckedIn', 'Approved', 'Suspended', 'Revoked', 'Withdrawn', 'Replaced']
            WHEN 'CheckedIn' THEN ARRAY['BadgeIssued', 'Suspended', 'Revoked', 'Withdrawn', 'Replaced']
            WHEN 'Suspended' THEN ARRAY['Approved', 'BadgeIssued', 'CheckedIn', 'Revoked', 'Withdrawn', 'Replaced']
            ELSE ARRAY[]::text[] END) THEN
            RAISE EXCEPTION 'No accreditation moves from % to %.', OLD.state, NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'accreditations_moves';
        END IF;

        IF NEW.state = 'Submitted' AND OLD.state = 'UnderReview' AND NOT reviews THEN
            RAISE EXCEPTION 'Only reviewers put a case back.' USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'accreditations_moves';
        END IF;
    END IF;

    RETURN NEW;
END $$;
CREATE TRIGGER accreditations_guard BEFORE INSERT OR UPDATE ON accreditations FOR EACH ROW EXECUTE FUNCTION access.guard_accreditation();

-- What the vetting authority said is no business of the side.
ALTER POLICY accreditation_steps_read ON accreditation_steps USING (
    event_id IN (SELECT access.staffed_events()) OR (access.speaks_for(event_id, side_id) AND vetting IS NULL));
