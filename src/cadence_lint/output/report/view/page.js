"use strict";
// Addresses, the list, and what points at what. Without this script the page is one long document.

const overview = document.getElementById("overview");
const chapters = document.querySelector(".chapters");
const title = document.title;
document.documentElement.classList.add("scripted");

// --- Sequences: each is on the page, or packed in a parcel of which one at a time is unpacked.

const parcels = new Map();
for (const parcel of document.querySelectorAll("[data-sequences]")) {
  for (const address of parcel.dataset.sequences.split(" ")) {
    parcels.set(address, parcel);
  }
}
const reasons = JSON.parse(document.getElementById("reasons")?.textContent ?? "{}");

async function unpack(parcel) {
  const packed = Uint8Array.from(atob(parcel.textContent), (sign) => sign.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const template = document.createElement("template");
  template.innerHTML = await new Response(stream).text();
  return template.content;
}

// Why each fault matters, which stands on the page once for all packed sequences.
function explain(chapter) {
  for (const why of chapter.querySelectorAll("[data-rule]")) {
    const [summary, reason, rule] = ["summary", "p", "p"].map((tag) => document.createElement(tag));
    summary.textContent = "why it matters";
    reason.textContent = reasons[why.dataset.rule];
    rule.textContent = why.dataset.rule;
    rule.className = "rule";
    why.append(summary, reason, rule);
  }
}

async function chapterAt(address) {
  const known = document.getElementById(address);
  if (known) {
    return known;
  }
  const pages = await unpack(parcels.get(address));
  const chapter = pages.getElementById(address);
  explain(chapter);
  chapters.replaceChildren(chapter);
  return chapter;
}

// --- Addresses: `#address` opens a sequence, `#address:3` its third comment, `#` shows them all.

function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

function isChapter(address) {
  return parcels.has(address) || document.getElementById(address)?.matches(".chapter");
}

let shown;
async function open() {
  const wanted = fragment();
  if (wanted === "content") {
    return; // past what is the same everywhere
  }
  const address = [wanted, wanted.replace(/:\d+$/, "")].find(isChapter);
  const chapter = address === undefined ? null : await chapterAt(address);
  if (wanted !== fragment()) {
    return; // somebody was faster than the unpacking
  }
  overview.hidden = chapter !== null;
  for (const other of chapters.children) {
    other.hidden = other !== chapter;
  }
  document.title = chapter ? `${chapter.getAttribute("aria-label")} · ${title}` : title;
  const target = document.getElementById(wanted);
  if (target && target !== chapter) {
    target.scrollIntoView({ block: target.matches(".comment") ? "center" : "start" });
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  } else if (shown !== undefined || chapter) {
    scrollTo(0, 0);
    (chapter ?? overview).focus({ preventScroll: true });
  }
  shown = address ?? "";
}

if (overview) {
  addEventListener("hashchange", open);
  open();
}

// --- The list.

const FEW = 50;

class List {
  constructor(table, form) {
    this.form = form;
    this.body = table.tBodies[0];
    this.count = document.querySelector(".tally");
    this.all = document.querySelector("button.all");
    this.most = FEW;
    const rest = document.querySelector("template.rest")?.content.children ?? [];
    this.rows = Array.from([...this.body.rows, ...rest], (row) => ({
      row,
      words: row.cells[1].textContent.toLowerCase(),
      verdict: row.dataset.verdict,
      persona: row.cells[2].textContent,
      folder: row.dataset.folder,
      faults: new Set(row.dataset.faults.split(" ")),
    }));
    form.addEventListener("input", () => this.filter());
    form.addEventListener("reset", () => setTimeout(() => this.filter()));
    form.addEventListener("submit", (event) => event.preventDefault());
    this.all.addEventListener("click", () => {
      this.most = Infinity;
      this.filter();
    });
    for (const heading of table.tHead.rows[0].cells) {
      heading.firstElementChild.addEventListener("click", () => this.sort(heading));
    }
    this.filter();
  }

  filter() {
    const wanted = Object.fromEntries(new FormData(this.form));
    const words = wanted.words.toLowerCase().split(" ");
    const found = this.rows.filter(
      (each) =>
        (!wanted.verdict || each.verdict === wanted.verdict) &&
        (!wanted.folder || each.folder === wanted.folder) &&
        (!wanted.persona || each.persona === wanted.persona) &&
        (!wanted.fault || each.faults.has(wanted.fault)) &&
        words.every((word) => each.words.includes(word)),
    );
    this.body.replaceChildren(...found.slice(0, this.most).map((each) => each.row));
    const total = this.rows.length.toLocaleString("en");
    const some = found.length.toLocaleString("en");
    const isAll = found.length === this.rows.length;
    this.count.textContent = `${isAll ? "" : `${some} of `}${total} sequences`;
    this.all.hidden = found.length <= this.most;
    this.all.textContent = `Show all ${some}`;
  }

  sort(heading) {
    const isDown = heading.getAttribute("aria-sort") === "ascending";
    for (const other of heading.parentElement.cells) {
      other.removeAttribute("aria-sort");
    }
    heading.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    const words = new Intl.Collator("en", { numeric: true }).compare;
    const compare = (one, other) => (typeof one === "number" ? one - other : words(one, other));
    const keyed = this.rows.map((each) => [keyOf(each.row.cells[heading.cellIndex]), each]);
    keyed.sort(([one], [other]) => (isDown ? compare(other, one) : compare(one, other)));
    this.rows = keyed.map(([, each]) => each);
    this.filter();
  }

  // Shows what has a fault or a verdict that is named elsewhere on the page.
  show(name, value) {
    this.form.reset();
    this.form.elements[name].value = value;
    this.filter();
    document.getElementById("sequences").scrollIntoView();
    this.form.elements[name].focus({ preventScroll: true });
  }
}

// What a cell is sorted by: the most and the worst come first.
function keyOf(cell) {
  const text = cell.textContent;
  if (cell.matches(".figure")) {
    return -text.replace(/\D/g, "");
  }
  return cell.dataset.rank ? Number(cell.dataset.rank) : text;
}

const table = document.querySelector("table.list");
if (table) {
  const list = new List(table, document.querySelector(".filters"));
  for (const name of ["fault", "verdict"]) {
    for (const button of document.querySelectorAll(`button[data-${name}]`)) {
      button.addEventListener("click", () => list.show(name, button.dataset[name]));
    }
  }
}

// --- A comment shows its words.

function point(event, isOn) {
  const comment = event.target.closest?.(".comment");
  if (comment) {
    const number = comment.id.slice(comment.id.lastIndexOf(":") + 1);
    for (const mark of comment.closest(".chapter").querySelectorAll(`[data-about~="${number}"]`)) {
      mark.classList.toggle("meant", isOn);
    }
  }
}

for (const name of ["mouseover", "focusin"]) {
  addEventListener(name, (event) => point(event, true));
}
for (const name of ["mouseout", "focusout"]) {
  addEventListener(name, (event) => point(event, false));
}

// --- Paper cannot be clicked.

let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll(".chapter .why:not([open])")];
  closed.forEach((details) => (details.open = true));
});
addEventListener("afterprint", () => closed.forEach((details) => (details.open = false)));
