// Turns Markdown on the standard input into XHTML by the reference implementation of CommonMark.
import { HtmlRenderer, Parser } from "commonmark";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
process.stdout.write(new HtmlRenderer().render(new Parser().parse(Buffer.concat(chunks).toString("utf8"))));
