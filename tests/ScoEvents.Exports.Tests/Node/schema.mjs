// Validates a JSON document on the standard input against the JSON schema (draft 6 or 7) whose path is the argument;
// prints what is wrong, line by line, and nothing where all is right.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addMetaSchema(createRequire(import.meta.url)("ajv/dist/refs/json-schema-draft-06.json"));
addFormats(ajv);
// Not one of ajv's: a colour in hexadecimal digits.
ajv.addFormat("color", /^#([0-9a-f]{3}){1,2}$/i);
const valid = ajv.compile(JSON.parse(readFileSync(process.argv[2], "utf8")));
if (!valid(JSON.parse(Buffer.concat(chunks).toString("utf8")))) {
  for (const error of valid.errors) console.log(`${error.instancePath}: ${error.message}`);
}
