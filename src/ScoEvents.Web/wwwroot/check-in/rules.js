// Whether a badge opens the door, from what the device has loaded: the same questions in the same order as
// Domain/Accreditation/CheckInRules.cs. The portal asks them again when it hears of the scan.
import { isSignedBy, readBadge, zoneMark } from './badge.js';

/**
 * @param text what was scanned
 * @param door { eventId, zoneId, direction }
 * @param known what the device has loaded: { days, keys: Map, revoked: Map, replaced: Set, presence: Map }
 * @param at the portal's time
 */
export async function judgeText(text, door, known, at) {
  const badge = readBadge(text);
  if (badge === null) {
    return refused('check-in.unreadable');
  }
  const key = known.keys.get(badge.keyId);
  if (key === undefined || !await isSignedBy(badge, key)) {
    return refused('check-in.forged', badge.badgeId);
  }
  return judgeBadge(badge, door, known, at);
}

/** The same for a badge that somebody looked up by name. */
export function judgeBadge(badge, door, known, at) {
  const reason = badge.eventId !== door.eventId ? 'check-in.other-event'
    : (known.revoked.get(badge.badgeId) ?? Infinity) <= at ? (known.replaced.has(badge.badgeId) ? 'check-in.replaced' : 'check-in.revoked')
    : at < badge.validFrom || at < known.days.from ? 'check-in.too-early'
    : at >= badge.validUntil || at >= known.days.until ? 'check-in.too-late'
    : door.zoneId !== null && !badge.zones.includes(zoneMark(door.zoneId)) ? 'check-in.wrong-zone'
    : null;
  if (reason !== null) {
    return refused(reason, badge.badgeId);
  }
  const last = known.presence.get(presenceKey(badge.badgeId, door.zoneId));
  const isRepeated = (last?.direction ?? 'Out') === door.direction;
  return { outcome: isRepeated ? 'Duplicate' : 'Admitted', reason: null, badgeId: badge.badgeId, last: last ?? null };
}

export const presenceKey = (badgeId, zoneId) => `${badgeId}|${zoneId ?? ''}`;

const refused = (reason, badgeId = null) => ({ outcome: 'Refused', reason, badgeId, last: null });
