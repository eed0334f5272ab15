// Does with badges what a device at the door does, by the portal's own script and the platform's Web Crypto.
// verify: { keys, texts } gives what each text says and whether its key has signed it. sign: { body } signs with a new key.
import { fromBase64Url, isSignedBy, readBadge, toBase64Url, zoneMark } from "../../../src/ScoEvents.Web/wwwroot/check-in/badge.js";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = JSON.parse(Buffer.concat(chunks).toString("utf8"));

if (process.argv[2] === "sign") {
  const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const signed = input.text.split(".").slice(0, 2).join(".");
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, privateKey, new TextEncoder().encode(signed));
  const spki = Buffer.from(await crypto.subtle.exportKey("spki", publicKey)).toString("base64");
  process.stdout.write(JSON.stringify({ text: `${signed}.${toBase64Url(new Uint8Array(signature))}`, publicKey: spki }));
} else {
  const answers = [];
  for (const text of input.texts) {
    const badge = readBadge(text);
    answers.push(badge === null ? null : {
      keyId: badge.keyId, eventId: badge.eventId, badgeId: badge.badgeId, validFrom: badge.validFrom, validUntil: badge.validUntil, zones: badge.zones,
      isGenuine: await isSignedBy(badge, input.publicKey),
    });
  }
  process.stdout.write(JSON.stringify({ answers, marks: (input.zoneIds ?? []).map(zoneMark), refused: fromBase64Url("AB") === null }));
}
