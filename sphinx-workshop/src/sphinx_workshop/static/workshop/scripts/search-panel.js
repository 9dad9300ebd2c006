/** The search's field, filters and hits. */
import { asked, counted, make, quoted, root, setAddress } from "./page.js";
import { excerpt, marked, marksIn } from "./search-excerpt.js";
import { closeIndex, openIndex } from "./search-index.js";

const PAGE = 10; // hits that are shown before one asks for more
const PAUSE = 80; // milliseconds without a keystroke after which the search begins

const RESULTS = _n("%(count)d result", "%(count)d results");

/** @type {Panel | undefined} */
let panel;

/** @param {HTMLFormElement} form */
export function start(form) {
  panel ??= new Panel(form);
  panel.update();
}

/** Enter opens the first hit, as soon as it is known. @param {HTMLFormElement} form */
export function openFirst(form) {
  panel ??= new Panel(form);
  panel.opensFirst = !panel.hasAddress; // on its own page, the search only shows hits
  clearTimeout(panel.pause);
  panel.update();
}

class Panel {
  /** Searches are numbered: one that was overtaken says nothing. */
  turn = 0;

  /** Whether the search that says something, whichever it is, opens its first hit. */
  opensFirst = false;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.broken = form.querySelector(".site-search-broken");
    this.query = form.querySelector("input");
    this.kinds = make("div", { class: "site-search-kinds" });
    this.status = make("p", { class: "site-search-status", role: "status" });
    this.hits = make("ol", { class: "site-search-hits", role: "list" });
    // The page of the search has an address that holds the query.
    this.page = make("a", { hidden: "" }, _("As a page"));
    const line = make("div", { class: "site-search-line" }, this.status, this.page);
    const dialog = form.closest("dialog");
    this.hasAddress = !dialog;
    if (dialog) {
      this.broken.after(this.kinds, line, this.hits);
      const keys = _("↑ ↓ choose · Enter opens · Esc closes");
      form.lastElementChild.append(make("span", { class: "site-search-keys" }, keys));
      dialog.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || event.isComposing) return;
        event.preventDefault(); // Chrome would but empty the field
        dialog.close();
      });
    } else {
      form.append(this.kinds, line, this.hits);
      this.query.value ||= asked("q");
    }
    this.query.enterKeyHint = dialog ? "go" : "search";
    for (const name of ["autocomplete", "autocapitalize"]) this.query.setAttribute(name, "off");
    this.query.spellcheck = false;
    form.addEventListener("input", () => {
      this.link(); // a click may come before the hits
      this.opensFirst = false;
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.update(), PAUSE);
    });
    form.addEventListener("keydown", (event) => this.move(event));
  }

  /** The filters that are set, by name. @returns {Record<string, string>} */
  chosen() {
    const fields = /** @type {[string, string][]} */ ([...new FormData(this.form)]); // no files
    return Object.fromEntries(fields.filter(([name, value]) => name !== "q" && value));
  }

  /** Search for what the fields hold. */
  async update() {
    const turn = ++this.turn;
    // What is typed while the index loads begins a search of its own, which replaces the hits.
    const query = this.query.value;
    const slow = setTimeout(() => turn === this.turn && this.say(_("Searching …")), 500);
    try {
      this.index = await openIndex(new URL("search-index/index.json", root));
      const { entries, complete, ...found } = await this.index.find(query);
      if (!this.kinds.hasChildNodes()) {
        this.addFilters();
        this.count(entries, this.chosen()); // before they are painted: nothing moves
      }
      const chosen = this.chosen();
      const asks = found.words.length || Object.keys(chosen).length;
      const hits = asks ? entries.filter((entry) => this.index.passes(entry, chosen)) : [];
      const items = await this.items(hits, found);
      if (turn !== this.turn) return;
      this.count(entries, chosen);
      this.say(...(asks ? this.summary(hits.length, entries.length, complete) : []));
      this.hits.replaceChildren(...items);
      this.hits.scrollTop = 0;
      this.broken.hidden = true;
      if (this.hasAddress) this.remember(chosen);
      else {
        this.link();
        this.page.hidden = !hits.length;
      }
      if (this.opensFirst && this.form.closest("dialog").open) this.hits.querySelector("a")?.click();
      this.opensFirst = false;
    } catch {
      if (turn !== this.turn) return;
      closeIndex(); // the next search tries again
      this.opensFirst = false;
      this.hits.replaceChildren();
      this.say();
      this.broken.hidden = false;
    } finally {
      clearTimeout(slow);
    }
  }

  /** @param {...(Node | string)} words */
  say(...words) {
    this.status.replaceChildren(...words);
  }

  /** What was found, in words. @param {number} passing @param {number} all @param {boolean} complete */
  summary(passing, all, complete) {
    const results = counted(passing, RESULTS);
    if (passing && complete) return [results];
    if (passing) return [_("%(results)s with some of these words, none with all", { results })];
    const words = this.query.value.trim();
    if (!all) return [_("Nothing found for %(words)s.", { words: quoted(words) })];
    const click = () => {
      for (const [, field] of this.fields()) choose(field, "");
      this.query.focus();
      this.update();
    };
    const forms = _n("Show %(count)d result of all kinds", "Show %(count)d results of all kinds");
    const widen = make("button", { type: "button", click }, counted(all, forms));
    return [_("Nothing found with these filters."), " ", widen];
  }

  /** Lead from the dialog to the page, with what the fields hold. */
  link() {
    const page = new URL(this.form.action);
    page.search = String(new URLSearchParams({ q: this.query.value.trim(), ...this.chosen() }));
    this.page.href = page.href;
  }

  /** Add the fields by which hits are filtered. */
  addFilters() {
    const kinds = ["", ...this.index.kinds].map((value) =>
      make(
        "label",
        {},
        make("input", { type: "radio", name: "kind", value }),
        make("span", {}, value || _("All"), " ", make("small", {})),
      ),
    );
    this.kinds.append(make("fieldset", { "aria-label": _("Kind of result") }, ...kinds));
    this.kinds.querySelector("input").checked = true;
    /** Other extensions may add filters. @type {Record<string, string[]>} */
    const words = { topic: [_("Every topic"), _("Only on the topic")] };
    for (const [name, values] of this.index.filters) {
      const [every, only] = words[name] ?? [_("Every %(name)s", { name }), _("Only with the %(name)s", { name })];
      const options = ["", ...values.keys()].map((value) =>
        make("option", { value }, value || every),
      );
      this.status.after(make("select", { name, "aria-label": only }, ...options));
    }
    if (this.hasAddress) this.recall();
  }

  /** The filters: fields, and sets of fields, by name. @returns {[string, any][]} */
  fields() {
    const names = ["kind", ...this.index.filters.map(([name]) => name)];
    return names.map((name) => [name, this.form.elements.namedItem(name)]);
  }

  /** Set the filters that the address names. */
  recall() {
    for (const [name, field] of this.fields()) {
      choose(field, asked(name));
      // What there is not, is not asked for.
      if (field.value !== asked(name)) choose(field, "");
    }
  }

  /** Write how many hits each kind has. @param {number[]} entries @param {Record<string, string>} chosen */
  count(entries, { kind, ...others }) {
    /** @type {Record<string, number>} */
    const counts = { "": 0 };
    for (const entry of entries) {
      if (!this.index.passes(entry, others)) continue;
      counts[""] += 1;
      counts[this.index.kindOf[entry]] = (counts[this.index.kindOf[entry]] ?? 0) + 1;
    }
    for (const field of this.kinds.querySelectorAll("input")) {
      const number = counts[field.value] ?? 0;
      field.parentElement.querySelector("small").textContent = String(number);
      field.parentElement.hidden = !number && !field.checked && field.value !== "";
    }
  }

  /**
   * Some items for the list, and one that brings more.
   * @param {number[]} entries
   * @param {import("./search-excerpt.js").Query} query
   */
  async items(entries, query) {
    const items = await Promise.all(entries.slice(0, PAGE).map((entry) => this.item(entry, query)));
    const rest = entries.slice(PAGE);
    const click = async () => {
      try {
        const further = await this.items(rest, query);
        more.replaceWith(...further);
        further[0].querySelector("a").focus();
      } catch {
        this.broken.hidden = false;
      }
    };
    const count = Math.min(PAGE, rest.length);
    const next = _("Show %(count)s more", { count });
    const more = make("li", {}, make("button", { type: "button", click }, next));
    return rest.length ? [...items, more] : items;
  }

  /**
   * An item: where it leads, and why it is one.
   * @param {number} number
   * @param {import("./search-excerpt.js").Query} query
   */
  async item(number, query) {
    const { kind, title, address, detail, text } = await this.index.entry(number);
    // Where title and detail show all that was looked for, no more is loaded.
    const shown = new Set(marksIn(`${title} ${detail}`, query).marks.values());
    const written = detail && shown.size >= query.words.length ? "" : await text();
    return make(
      "li",
      {},
      make("a", { href: address.href }, ...marked(title, query)),
      make("span", { class: "site-search-kind" }, kind),
      ...(detail ? [make("p", {}, ...marked(detail, query))] : []),
      ...(written ? [make("p", {}, ...excerpt(written, query))] : []),
    );
  }

  /** Keep the search in the page's address. @param {Record<string, string>} chosen */
  remember(chosen) {
    const filters = this.fields().map(([name]) => [name, chosen[name] ?? ""]);
    setAddress({ q: this.query.value.trim(), ...Object.fromEntries(filters) });
  }

  /** The arrows go from the field to the hits, and among them. @param {KeyboardEvent} event */
  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [this.query, ...this.hits.querySelectorAll("a, button")];
    const place = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (!step || place < 0) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, place + step))].focus();
  }
}

/**
 * Choose a value. (A set of radio buttons cannot be given an empty one.)
 * @param {any} field
 * @param {string} value
 */
function choose(field, value) {
  if (field instanceof RadioNodeList) for (const radio of field) radio.checked = radio.value === value;
  else field.value = value;
}
