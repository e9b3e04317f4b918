// The filter of the page: rows that do not match are hidden, and so are situations without a row.
const field = (id) => document.getElementById(id);
const rows = [...document.querySelectorAll("tbody tr:not(.rfc)")];
const sections = [...document.querySelectorAll("main section")];

function fill(select, name) {
  const values = [...new Set(rows.map((row) => row.dataset[name]))].filter((value) => value !== "");
  for (const value of values.sort((a, b) => a.localeCompare(b))) {
    select.append(new Option(value, value));
  }
}

function apply() {
  const words = field("words").value.toLowerCase().split(/\s+/).filter(Boolean);
  const software = field("software").value;
  const condition = field("condition").value;
  const onlyBreaches = field("breaches").checked;
  let count = 0;
  for (const row of rows) {
    const section = row.closest("section");
    const text = `${section.dataset.text} ${row.textContent}`.toLowerCase();
    const isShown =
      words.every((word) => text.includes(word)) &&
      (software === "" || row.dataset.software === software) &&
      (condition === "" || row.dataset.condition === condition) &&
      (!onlyBreaches || row.dataset.breach === "yes");
    row.hidden = !isShown;
    if (isShown) count++;
  }
  for (const section of sections)
    section.hidden = !section.querySelector("tbody tr:not(.rfc):not([hidden])");
  field("count").value = `${count} of ${rows.length} answers`;
}

/** A link to a situation shows it, whatever the filter hides. */
function reveal() {
  const section = field(decodeURIComponent(location.hash.slice(1)));
  if (!section?.hidden) return;
  document.forms[0].reset();
  apply();
  section.scrollIntoView();
}

fill(field("software"), "software");
fill(field("condition"), "condition");
document.forms[0].addEventListener("input", apply);
document.forms[0].addEventListener("submit", (event) => event.preventDefault());
// The fields have their first values only after the event.
document.forms[0].addEventListener("reset", () => setTimeout(apply));
addEventListener("hashchange", reveal);
apply();
