// What a badge's square code says and whether the portal has signed it: the counterpart of Domain/Accreditation/BadgePayload.cs,
// which describes the form. crypto.subtle exists in secure contexts only: https, or localhost.

const VERSION = 'SCO1';
const KEY_ID_LENGTH = 8;
const FIXED_LENGTH = KEY_ID_LENGTH + 16 + 16 + 4 + 4 + 1;
const MAX_ZONES = 16;
const MAX_TEXT_LENGTH = 256;
const SIGNATURE_LENGTH = 64;

export const canVerify = () => globalThis.crypto?.subtle !== undefined;

/** The bytes of a base64url text as an encoder would write it, else null. */
export function fromBase64Url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) {
    return null;
  }
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
  return toBase64Url(bytes) === text ? bytes : null;
}

export const toBase64Url = bytes => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** What a text claims, not believed yet; null where it is no badge's. Times are milliseconds since 1970. */
export function readBadge(text) {
  const parts = typeof text === 'string' && text.length <= MAX_TEXT_LENGTH ? text.trim().split('.') : [];
  if (parts.length !== 3 || parts[0] !== VERSION) {
    return null;
  }
  const [body, signature] = [fromBase64Url(parts[1]), fromBase64Url(parts[2])];
  const zones = body?.[FIXED_LENGTH - 1];
  if (signature?.length !== SIGNATURE_LENGTH || !(zones <= MAX_ZONES) || body.length !== FIXED_LENGTH + zones * 4) {
    return null;
  }
  const view = new DataView(body.buffer);
  const keyId = String.fromCharCode(...body.subarray(0, KEY_ID_LENGTH));
  return !/^[A-Za-z0-9]+$/.test(keyId) ? null : {
    keyId,
    eventId: guid(body.subarray(KEY_ID_LENGTH, KEY_ID_LENGTH + 16)),
    badgeId: guid(body.subarray(KEY_ID_LENGTH + 16, KEY_ID_LENGTH + 32)),
    validFrom: view.getUint32(KEY_ID_LENGTH + 32) * 1000,
    validUntil: view.getUint32(KEY_ID_LENGTH + 36) * 1000,
    zones: Array.from({ length: zones }, (_, index) => view.getUint32(FIXED_LENGTH + index * 4)),
    signedText: `${parts[0]}.${parts[1]}`,
    signature,
  };
}

/** Whether the owner of a public key (SubjectPublicKeyInfo, base64) has signed what was read. */
export async function isSignedBy(badge, publicKey) {
  const spki = Uint8Array.from(atob(publicKey), letter => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, badge.signature, new TextEncoder().encode(badge.signedText));
}

/** What stands for a zone in a badge: the last four bytes of its id. */
export const zoneMark = zoneId => Number.parseInt(zoneId.slice(-8), 16);

const guid = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
