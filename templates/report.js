"use strict";
// Adds filters, sorting, keys and print to a page that is complete without it.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const all = new Map($$(".card").map((card) => [card.dataset.number, card]));
const cards = $$(".card:not(.settled)");
const form = $("form.filters");
const status = $("#filter-status");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

// Filters: a card is shown when every filter allows it; its number in the text goes with it.
const once = (make) => { let made; return () => (made ??= make()); };
const labels = once(() => Map.groupBy($$("#article .l.finding"), (label) => label.getAttribute("href").slice(1)));
const wordsOf = once(() => new Map(cards.map((card) => [card, card.textContent.toLowerCase()])));
const chosen = (name) => $$(`input[name="${name}"]:checked`, form).map((box) => box.value);
function filterCards() {
  const severities = chosen("severity");
  const families = chosen("family");
  const source = $("select[name=source]", form)?.value ?? "";
  const words = $("input[name=words]", form).value.trim().toLowerCase();
  let shown = 0;
  for (const card of cards) {
    const data = card.dataset;
    const fits = severities.includes(data.severity) && families.includes(data.family)
      && (!source || data.source === source) && (!words || wordsOf().get(card).includes(words));
    card.parentElement.hidden = !fits;
    for (const label of labels().get(card.id) ?? []) label.hidden = !fits;
    shown += fits;
  }
  status.textContent = `${shown} of ${cards.length} findings shown`;
}
function filterRows() {
  const words = $("input[name=rows]", form).value.trim().toLowerCase();
  const rows = $$("#rows tbody tr");
  for (const row of rows) row.hidden = !$("th", row).textContent.toLowerCase().includes(words);
  status.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} articles shown`;
}
if (form) {
  const filter = cards.length ? filterCards : filterRows;
  form.closest(".tools").hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
}
// Layers of marks can be switched off.
for (const box of $$("input.layer")) {
  box.hidden = false;
  box.addEventListener("change", () => $("#article").classList.toggle(`no-${box.value}`, !box.checked));
}
// Going to a finding: from a key, a link or a click on its words.
function go(card) {
  card.parentElement.hidden = false;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  point(card);
}
function point(card) {
  tell([]);
  for (const old of $$(".current")) old.classList.remove("current");
  card.classList.add("current");
  const number = $(".badge", card).textContent.trim();
  const marked = $$(`#article [data-f="${number}"]`);
  for (const part of marked) part.classList.add("current");
  const place = $(".badge", card).getAttribute("href");
  const target = place.startsWith("#t") ? $(`#${CSS.escape(place.slice(1))}`) : null;
  target?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}
// A mark without a finding shows what the tables say about it, at the foot of the window.
const peek = document.body.appendChild(document.createElement("aside"));
peek.className = "peek";
peek.hidden = true;
peek.setAttribute("role", "status");
const kinds = { source: "Source", figure: "Figure", relay: "Relay", quotation: "Quotation without a speaker" };
function tell(ids) {
  peek.replaceChildren();
  for (const id of ids) {
    const entry = document.getElementById(id);
    const row = document.createElement("p");
    const link = row.appendChild(document.createElement("a"));
    link.href = `#${id}`;
    link.textContent = kinds[id.split("-")[0]] ?? "Entry";
    const cells = entry.cells ? [...entry.cells].slice(0, 4) : [entry];
    const said = cells.map((cell) => {
      const copy = cell.cloneNode(true);
      for (const part of $$("details, .where", copy)) part.remove();
      return copy.textContent.replace(/\s+/g, " ").trim();
    });
    row.append(` ${said.filter(Boolean).join(" · ")}`);
    peek.append(row);
  }
  peek.hidden = !ids.length;
}
document.addEventListener("click", (event) => {
  const part = event.target.closest("#article .m");
  if (event.target.closest(".peek a")) tell([]);
  if (!part || String(getSelection())) return;
  tell((part.dataset.a ?? "").split(" ").filter(Boolean));
  const card = all.get(part.dataset.f);
  if (card) go(card);
});
function opened() {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (!target) return;
  for (let outer = target.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
  if (target.classList.contains("card")) { $("details", target).open = true; point(target); }
}
addEventListener("hashchange", opened);
opened();
// Keys: j and k walk through the findings that are shown, / searches, ? helps. They can be switched off.
const help = $("#help");
function search() {
  const tools = form.closest("details");
  if (tools) tools.open = true;
  $("input[type=search]", form).focus();
}
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !$("#keys")?.checked || help.open) return;
  const shown = cards.filter((card) => !card.parentElement.hidden);
  const at = shown.findIndex((card) => card.classList.contains("current"));
  if (event.key === "Escape") tell([]);
  else if (event.key === "j" && shown.length) go(shown[Math.min(at + 1, shown.length - 1)]);
  else if (event.key === "k" && shown.length) go(shown[Math.max(at - 1, 0)]);
  else if (event.key === "/" && form) { event.preventDefault(); search(); }
  else if (event.key === "?") help.showModal();
});
// Tables sort by a button in each head.
const cell = (item) => item.dataset.value ?? item.textContent.trim();
function sort(table, column, button) {
  const head = button.closest("th");
  const down = head.getAttribute("aria-sort") === "ascending" || (head.dataset.sort === "number" && !head.ariaSort);
  for (const other of $$("th[aria-sort]", table)) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const several = table.tBodies.length > 1; // a body for each entry, with the values in its first row
  const value = (part) => cell((several ? part.rows[0] : part).cells[column]);
  const compare = head.dataset.sort === "number"
    ? (a, b) => (parseFloat(value(a)) || 0) - (parseFloat(value(b)) || 0)
    : (a, b) => value(a).localeCompare(value(b));
  const parts = several ? [...table.tBodies] : [...table.tBodies[0].rows];
  (several ? table : table.tBodies[0]).append(...parts.sort((a, b) => (down ? -1 : 1) * compare(a, b)));
}
for (const table of $$("table.sortable")) {
  for (const head of $$("th[data-sort]", table)) {
    const button = document.createElement("button");
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(table, head.cellIndex, button));
  }
}
// The checklist as plain text, for a message to the desk.
const copyList = $(".copy-list");
if (copyList && navigator.clipboard) {
  copyList.hidden = false;
  copyList.addEventListener("click", async () => {
    const lines = $$("#checklist h3, #checklist .about, #checklist label").map((part) => {
      const words = part.textContent.replace(/\s+/g, " ").trim();
      if (part.tagName === "H3") return `\n${words}`;
      return part.tagName === "LABEL" ? `${$("input", part).checked ? "[x]" : "[ ]"} ${words}` : `- ${words}`;
    });
    await navigator.clipboard.writeText(lines.join("\n").trim());
    copyList.textContent = "Copied";
  });
}
// Paper shows what is folded away.
const folded = [];
addEventListener("beforeprint", () => {
  for (const part of $$("details:not([open], .card *)")) { part.open = true; folded.push(part); }
});
addEventListener("afterprint", () => { for (const part of folded.splice(0)) part.open = false; });
