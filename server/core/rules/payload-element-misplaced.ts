import { removeElement } from "./edits";
import { sourceOf } from "./payloadFindings";
import { rule } from "./rule";

export default rule({
  id: "payload-element-misplaced",
  group: "Payload",
  severity: "information",
  offByDefault: true,
  rfc: "",
  since: "0.1.0",
  summary: "Elements of a payload should be where the XEP has them.",
  why: "Receivers look for an element where the XEP has it. In another place it is passed over, without an error.",
  exceptions:
    "Off by default. Only namespaces of XEPs in force that have a schema are judged. What an example of a XEP, a former schema or ejabberd's codec shows otherwise is taken for right, unless it is known for a slip. How often an element may occur, and in which order, is not judged, but for what RFC 6121 allows once: `<show/>`, `<priority/>`, `<thread/>`, and `<body/>`, `<subject/>`, `<status/>` of one language.",
  fix: {
    change: "Remove the element.",
    automatic: "never",
    reason: "`--fix` does not apply it, because only you know where the element belongs.",
  },
  bad: `<presence>
  <x xmlns='http://jabber.org/protocol/muc#user'>
    <item affiliation='member' role='participant'>
      <status code='110'/>
    </item>
  </x>
</presence>`,
  good: `<presence>
  <x xmlns='http://jabber.org/protocol/muc#user'>
    <item affiliation='member' role='participant'/>
    <status code='110'/>
  </x>
</presence>`,
  messages: {
    misplaced: "<{name}/> has no place in <{parent}/>. Move it ({document}, {date})",
    repeated: "Second <{name}/>. Remove it ({document}, {date})",
    language: 'Second <{name}/> in "{language}". Correct its xml:lang ({document}, {date})',
  },
  check: {
    on: "payload",
    kinds: ["misplaced", "repeated"],
    run(problem, report, source) {
      const { element, span } = problem;
      const parent = element.parent?.local ?? "";
      const language = element.language?.value ?? "";
      const again = language === "" ? "repeated" : "language";
      report(span, problem.kind === "misplaced" ? "misplaced" : again, {
        values: { name: element.local, parent, language, ...sourceOf(element) },
        fixes: () => [
          {
            title: "Remove <{name}/>",
            values: { name: element.name },
            edits: [removeElement(element, source)],
            applicability: "choice",
          },
        ],
      });
    },
  },
});
