"use strict";
// Addresses, the list, and nothing else: without this script the page is one long document.
{
  const root = document.documentElement;
  const overview = document.getElementById("overview");
  const chapters = document.querySelector(".chapters");
  const parcels = new Map();
  for (const parcel of document.querySelectorAll("script[data-sequence]")) {
    parcels.set(parcel.dataset.sequence, parcel);
  }
  root.classList.add("scripted");

  // --- Addresses: `#address` opens a sequence, `#address:3` its third comment, `#` them all.

  const sequenceOf = (fragment) => {
    for (const address of [fragment, fragment.replace(/:[^:]*$/, "")]) {
      const element = document.getElementById(address);
      if (parcels.has(address) || (element && element.classList.contains("chapter"))) {
        return address;
      }
    }
    return null;
  };

  const unpack = async (parcel) => {
    const packed = Uint8Array.from(atob(parcel.textContent), (sign) => sign.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const template = document.createElement("template");
    template.innerHTML = await new Response(stream).text();
    return template.content.firstElementChild;
  };

  const chapterAt = async (address) => {
    if (parcels.has(address)) {
      const chapter = await unpack(parcels.get(address));
      chapters.replaceChildren(chapter);
      return chapter;
    }
    return document.getElementById(address);
  };

  let last = null;
  const open = async () => {
    const fragment = decodeURIComponent(location.hash.slice(1));
    const address = sequenceOf(fragment);
    const isMoved = address !== last;
    last = address;
    const chapter = address === null ? null : await chapterAt(address);
    overview.hidden = chapter !== null;
    for (const other of chapters.children) {
      other.hidden = other !== chapter;
    }
    document.title = (chapter ? chapter.getAttribute("aria-label") + " · " : "") + title;
    const target = document.getElementById(fragment) || chapter || overview;
    if (fragment !== "" || isMoved) {
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: fragment === address ? "start" : "center" });
    }
    if (fragment === "" || fragment === address) {
      scrollTo(0, 0);
    }
  };
  const title = document.title;
  addEventListener("hashchange", open);
  if (chapters.children.length === 1 && parcels.size === 0) {
    root.classList.add("single");
  } else {
    open();
  }

  // --- The list.

  const form = document.querySelector(".filters");
  const table = document.querySelector(".list");
  if (form && table) {
    const body = table.tBodies[0];
    const count = document.querySelector(".count");
    const all = document.querySelector("button.all");
    const few = 100;
    let most = few;
    const rows = Array.from(body.rows, (row) => ({
      row,
      words: row.cells[1].textContent.toLowerCase(),
      verdict: row.cells[0].textContent.slice(2).trim(),
      persona: row.cells[2].textContent,
      folder: row.dataset.folder,
      faults: new Set(row.dataset.faults.split(" ")),
    }));
    const number = (count) => count.toLocaleString("en");

    const filter = () => {
      const wanted = Object.fromEntries(new FormData(form));
      const words = wanted.words.toLowerCase().split(" ");
      const select = form.elements.fault;
      const fault = wanted.fault ? String(select.selectedIndex - 1) : "";
      let found = 0;
      for (const each of rows) {
        const fits =
          words.every((word) => each.words.includes(word)) &&
          (!wanted.verdict || each.verdict === wanted.verdict) &&
          (!wanted.folder || each.folder === wanted.folder) &&
          (!wanted.persona || each.persona === wanted.persona) &&
          (!fault || each.faults.has(fault));
        found += fits;
        each.row.hidden = !fits || found > most;
      }
      count.textContent =
        found === rows.length
          ? `${number(found)} sequences`
          : `${number(found)} of ${number(rows.length)} sequences`;
      all.hidden = found <= most;
      all.textContent = `Show all ${number(found)}`;
    };

    const valueOf = (cell) => {
      if (cell.dataset.rank) {
        return Number(cell.dataset.rank);
      }
      const text = cell.textContent;
      return cell.classList.contains("figure") ? -Number(text.replace(/[^\d]/g, "")) : text;
    };

    const sort = (heading) => {
      const isUp = heading.getAttribute("aria-sort") === "ascending";
      for (const other of heading.parentElement.cells) {
        other.removeAttribute("aria-sort");
      }
      heading.setAttribute("aria-sort", isUp ? "descending" : "ascending");
      const keys = new Map(
        rows.map((each) => [each, valueOf(each.row.cells[heading.cellIndex])]),
      );
      const order = new Intl.Collator("en", { numeric: true });
      rows.sort((one, other) => {
        const [a, b] = [keys.get(one), keys.get(other)];
        const sign = typeof a === "string" ? order.compare(a, b) : a - b;
        return isUp ? -sign : sign;
      });
      body.append(...rows.map((each) => each.row));
      filter();
    };

    form.addEventListener("input", filter);
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
    all.addEventListener("click", () => {
      most = Infinity;
      filter();
    });
    table.tHead.addEventListener("click", (event) => {
      const heading = event.target.closest("th");
      if (heading) {
        sort(heading);
      }
    });

    // What a fault or a verdict elsewhere on the page stands for, in the list.
    overview.addEventListener("click", (event) => {
      const button = event.target.closest("[data-fault], [data-verdict]");
      if (!button) {
        return;
      }
      form.reset();
      form.elements.fault.value = button.dataset.fault ?? "";
      form.elements.verdict.value = button.dataset.verdict ?? "";
      filter();
      document.getElementById("sequences").scrollIntoView();
      form.elements[button.dataset.fault ? "fault" : "verdict"].focus({ preventScroll: true });
    });
    filter();
  }

  // --- Paper cannot be clicked.

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((details) => (details.open = false)));
}
