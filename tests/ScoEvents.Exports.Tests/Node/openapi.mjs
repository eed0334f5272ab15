// Validates an OpenAPI document on the standard input, then every example in it against its schema; writes what is wrong, line by line.
import { validate } from "@readme/openapi-parser";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const text = Buffer.concat(chunks).toString("utf8");
const document = JSON.parse(text);
const problems = [];

const validated = await validate(JSON.parse(text));
if (!validated.valid) problems.push(...validated.errors.map(error => error.message));
problems.push(...validated.warnings.map(warning => warning.message));

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: "document", components: document.components });
const absolute = node =>
  Array.isArray(node) ? node.map(absolute)
  : node && typeof node === "object" ? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === "$ref" ? `document${value}` : absolute(value)]))
  : node;
// References inside of components are relative to the document that they stand in.
const check = (schema, example, where) => {
  const valid = ajv.compile(absolute(schema));
  if (!valid(example)) problems.push(...valid.errors.map(error => `${where}${error.instancePath}: ${error.message}`));
};

let examples = 0;
for (const [path, item] of Object.entries(document.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    const where = `${method.toUpperCase()} ${path}`;
    if (!operation.operationId || !operation.summary || !operation.tags?.length) problems.push(`${where}: operationId, summary or tag is missing`);
    for (const parameter of operation.parameters ?? []) {
      if (parameter.example !== undefined) check(parameter.schema, parameter.example, `${where} ${parameter.name}`);
      if (!parameter.description) problems.push(`${where} ${parameter.name}: description is missing`);
    }
    const contents = [["request", operation.requestBody], ...Object.entries(operation.responses)];
    for (const [name, content] of contents.filter(([, body]) => body?.content)) {
      for (const [type, media] of Object.entries(content.content)) {
        // Pictures have no example that could be written down here.
        if (media.example === undefined && type.startsWith("image/")) continue;
        if (media.example === undefined) problems.push(`${where} ${name} ${type}: example is missing`);
        else {
          check(media.schema, media.example, `${where} ${name}`);
          examples++;
        }
      }
    }
  }
}

console.log(JSON.stringify({ version: document.openapi, operations: Object.values(document.paths).flatMap(Object.keys).length, examples, problems }));
