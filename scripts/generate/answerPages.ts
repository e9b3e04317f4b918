/** The pages "What real software answers": a table in Markdown, and a page with a filter that opens from disk. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ShownAnswer, type ShownSituation, shownSituations } from "../answers/rows";
import { type AnswerTables, readAnswerTables } from "../answers/tables";
import type { GeneratedFile } from "./generatedFile";
import { table } from "./markdown";

export function answerPages(root: string): GeneratedFile[] {
  const tables = readAnswerTables(root);
  const situations = shownSituations(tables);
  return [
    { path: "docs/answers.md", text: markdown(situations, tables) },
    { path: "docs/answers.html", text: page(root, situations, tables) },
  ];
}

const about = (tables: AnswerTables) => {
  const count = tables.servers.length + tables.clients.length;
  return [
    `${count} answers of servers and client libraries to stanzas that go wrong, as they were measured over loopback. Servers were asked on a plain client stream with \`xml:lang='en'\` by \`orsino@illyria.example/court\`; clients through a stream of Prosody, by \`viola@illyria.example/ring\`. \`malvolio\` is offline, and \`toby\` does not exist. The first row of each situation is what the RFC, or a XEP, has for it.`,
    "`xmpp-stanza reply --as SOFTWARE --situation NAME` writes the answers of servers; exchanges below are written like this from the table.",
  ];
};

const groups: readonly (readonly [start: RegExp, title: string])[] = [
  [/^client-/, "Clients"],
  [/^muc-|^service-/, "Rooms and other components"],
  [/^pubsub-|^pep-/, "Nodes"],
  [/^roster-|^private-|^bind-|^session-|^second-/, "The own account"],
  [/./, "Servers"],
];

function groupOf({ situation }: ShownSituation): string {
  return groups.find(([start]) => start.test(situation))![1];
}

function markdown(situations: readonly ShownSituation[], tables: AnswerTables): string {
  const titles = [...new Set([...groups].reverse().map(([, title]) => title))];
  const parts = titles.map((title) => {
    const own = situations.filter((one) => groupOf(one) === title);
    return `## ${title}\n\n${own.map(markdownSituation).join("\n\n")}`;
  });
  const breaches = tables.breaches.map(({ software, section, breach }) => {
    const named = tables.software.find((one) => one.software === software);
    const [row] = situations.flatMap(({ answers }) =>
      answers.filter((one) => one.software === named?.name),
    );
    return `- ${named?.name} ${row?.version}: ${breach} (${section})`;
  });
  return `<!-- Generated from data/answers by \`npm run generate\`; change it there. -->

# What real software answers

${about(tables).join("\n\n")} [answers.html](answers.html) is the same with a filter and with every exchange; it opens from disk.

How to measure again, and where the tables are: [data/README.md](../data/README.md#what-real-software-answers).

## Breaches of the RFC

${[...new Set(breaches)].join("\n")}

${parts.join("\n\n")}
`;
}

function markdownSituation(one: ShownSituation): string {
  const { situation, title, condition, type, source, answers } = one;
  const rfc = [source, condition === "" ? "no error" : `\`${condition}\``, type, "", ""];
  const rows = answers.map((answer) => [
    `${answer.software} ${answer.version}`,
    answer.type === "" ? answer.answer : `\`${answer.answer}\``,
    answer.type,
    inCell(answer.text),
    inCell(notesOf(answer).join("; ")),
  ]);
  const exchanges = situation.startsWith("client-") ? "" : markdownExchanges(answers);
  const head = ["", "Answer", "Type", "Text", ""];
  return `### ${situation}\n\n${capital(title)}.\n\n${table(head, [rfc, ...rows])}${exchanges}`;
}

function markdownExchanges(answers: readonly ShownAnswer[]): string {
  const lines = answers
    .filter(({ xml }) => xml !== "")
    .map(({ software, request, xml }) => `${software}\nC: ${shorten(request)}\nS: ${shorten(xml)}`);
  if (lines.length === 0) return "";
  return `\n\n<details><summary>Exchanges</summary>\n\n\`\`\`text\n${lines.join("\n\n")}\n\`\`\`\n\n</details>`;
}

function shorten(xml: string): string {
  return xml.replace(/x{100,}/g, "x…");
}

function inCell(text: string): string {
  return text.replace(/[<>]/g, (one) => (one === "<" ? "&lt;" : "&gt;")).replace(/[*_]/g, "\\$&");
}

function notesOf({ kind, details, breach }: ShownAnswer): string[] {
  return [
    ...(kind === "iq" ? [] : [kind]),
    ...details,
    ...(breach === "" ? [] : [`breach: ${breach}`]),
  ];
}

function capital(text: string): string {
  return text.replace(/^[a-z](?!q\b)/, (letter) => letter.toUpperCase());
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** Text of the table with its code marked. */
function marked(text: string): string {
  return escapeText(text).replace(/`([^`]*)`/g, "<code>$1</code>");
}

function page(root: string, situations: readonly ShownSituation[], tables: AnswerTables): string {
  const read = (name: string) => readFileSync(join(root, "playground", name), "utf8");
  const parts: readonly [string, string][] = [
    ["<style></style>", `<style>\n${read("answers.css")}</style>`],
    [
      '<div id="about"></div>',
      about(tables)
        .map((text) => `<p>${marked(text)}</p>`)
        .join("\n"),
    ],
    ["<main></main>", `<main>\n${situations.map(section).join("\n")}\n</main>`],
    ["<script></script>", `<script>\n${read("answers.js")}</script>`],
  ];
  let html = read("answers.html");
  for (const [place, part] of parts) html = html.replace(place, () => part);
  return html;
}

function section({ situation, title, condition, type, source, answers }: ShownSituation): string {
  const rfc = condition === "" ? "no error" : `<code>${condition}</code>`;
  return `<section id="${situation}" data-text="${escapeText(`${situation} ${title} ${source}`)}">
<h2><a href="#${situation}">${marked(capital(title))}</a></h2>
<div class="name">${situation}</div>
<table><thead><tr><th scope="col">Software</th><th scope="col">Answer</th><th scope="col">Type</th><th scope="col">Text</th><th scope="col">More</th></tr></thead>
<tbody><tr class="rfc"><th scope="row">${source}</th><td>${rfc}</td><td>${type}</td><td></td><td></td></tr>
${answers.map(htmlRow).join("\n")}
</tbody></table></section>`;
}

function htmlRow(answer: ShownAnswer): string {
  const { software, version, measured, type, text, breach } = answer;
  const name = answer.answer;
  const notes = [...(answer.kind === "iq" ? [] : [answer.kind]), ...answer.details].map(escapeText);
  const broken = breach === "" ? "" : `<div class="breach">Breach: ${marked(breach)}</div>`;
  const exchange = exchangeOf(answer);
  return `<tr data-software="${escapeText(software)}" data-condition="${escapeText(name)}" data-breach="${breach === "" ? "no" : "yes"}"><th scope="row" title="measured ${measured}">${escapeText(software)} ${version}</th><td>${type === "" ? escapeText(name) : `<code>${escapeText(name)}</code>`}</td><td>${type}</td><td>${escapeText(text)}</td><td>${notes.join("; ")}${broken}${exchange}</td></tr>`;
}

function exchangeOf({ request, xml, measured }: ShownAnswer): string {
  const answered = xml === "" ? "" : `\nS: ${shorten(xml)}`;
  return `<details><summary>Exchange</summary><pre>C: ${escapeText(shorten(request) + answered)}</pre>measured ${measured}</details>`;
}
