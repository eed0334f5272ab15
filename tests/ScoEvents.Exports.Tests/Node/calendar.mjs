// Reads calendars (a JSON list of texts on the standard input) one after another into one collection, as a phone does:
// an entry of a known UID is replaced where its SEQUENCE is not lower. Prints the collection after each of them; with the
// argument "apart" each calendar is a collection of its own.
import ICAL from "ical.js";

ICAL.design.strict = true;
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const collection = new Map();
const states = JSON.parse(Buffer.concat(chunks).toString("utf8")).map(text => {
  if (process.argv[2] === "apart") collection.clear();
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = new Map(calendar.getAllSubcomponents("vtimezone").map(zone => [zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone)]));
  for (const part of calendar.getAllSubcomponents("vevent")) {
    const instant = name => {
      const property = part.getFirstProperty(name);
      const time = property.getFirstValue();
      const id = property.getParameter("tzid");
      if (id) {
        if (!zones.has(id)) throw new Error(`${id} is not described.`);
        time.zone = zones.get(id);
      }
      return time.isDate ? time.toString() : time.toJSDate().toISOString();
    };
    const entry = {
      uid: part.getFirstPropertyValue("uid"),
      sequence: part.getFirstPropertyValue("sequence"),
      status: part.getFirstPropertyValue("status"),
      start: instant("dtstart"),
      end: instant("dtend"),
      summary: part.getFirstPropertyValue("summary"),
      location: part.getFirstPropertyValue("location"),
      description: part.getFirstPropertyValue("description"),
    };
    const known = collection.get(entry.uid);
    if (!known || known.sequence <= entry.sequence) collection.set(entry.uid, entry);
  }
  return [...collection.values()];
});
process.stdout.write(JSON.stringify(states));
