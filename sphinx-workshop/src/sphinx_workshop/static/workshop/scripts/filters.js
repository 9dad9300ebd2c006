/** Filters a list by words, topic and kind; the address has them, so that a link can. */
import { all, asked, button, counted, make, PAPERS, quoted, SEARCH, setAddress, tell } from "./page.js";

/**
 * A field of the filters; a text field has no choices.
 * @typedef {HTMLElement & { value: string, selectedIndex?: number, length?: number }} Field
 */

/** What is said of each list. @type {Record<string, [string[], string, string]>} */
const LISTS = {
  paper: [
    _n("%(count)d paper", "%(count)d papers"),
    _("Filter the papers"),
    _("No paper matches."),
  ],
  session: [
    _n("%(count)d session", "%(count)d sessions"),
    _("Filter the sessions"),
    _("No session matches."),
  ],
};

/** What is said of each filter. @type {Record<string, string[]>} */
const FIELDS = {
  q: [_("Find")],
  topic: [_("Topic"), _("All topics"), _("the topic")],
  kind: [_("Kind"), _("All kinds"), _("the kind")],
};

/** What `data-kind` or `data-topics` says of an item. @param {HTMLElement} item @param {string} name */
const valuesOf = ({ dataset }, name) => (dataset[name] ?? dataset[`${name}s`]).split(" ");

/**
 * Return the filters over a list.
 * @param {HTMLElement[]} items
 * @param {"paper" | "session"} noun what one of them is
 */
export function filterList(items, noun) {
  const [forms, title, none] = LISTS[noun];
  /** What has the words, as `data-object` names it; nothing where no words are looked for. @type {Set<string>} */
  let found;
  /** Looks are numbered: one that was overtaken changes nothing. */
  let turns = 0;
  /** @type {Record<string, Field>} */
  const fields = {
    q: make("input", { type: "search", autocomplete: "off", input: typed }),
    topic: choice("topic", ".workshop-topics > li"),
    kind: choice("kind", ".workshop-chip"),
  };
  const form = make("form", {
    class: "workshop-filters",
    id: "workshop-filters",
    role: "search",
    "aria-label": title,
    submit: (event) => event.preventDefault(),
  });
  const toggle = button(_("Filter"), () => unfold(toggle.ariaExpanded === "false"));
  const count = make("p", { class: "workshop-count", role: "status" });
  const clear = button(_("Reset filters"), () => reset());
  const result = make("div", { class: "workshop-result" }, count, clear);
  const empty = make("div", { class: "workshop-empty" });
  let timer = 0;

  const filters = {
    items,
    /** The items that may be shown. */
    only: new Set(items),
    apply,
    reset,
    toggle,
    parts: [form, result, empty],
  };

  /** @param {string} name @param {string} words selects the words for an item's values */
  function choice(name, words) {
    /** @type {Map<string, string>} */
    const labels = new Map();
    for (const item of items) {
      all(words, item).forEach((word, n) => labels.set(valuesOf(item, name)[n], word.textContent));
    }
    const sorted = [...labels].sort(([, one], [, other]) => one.localeCompare(other));
    const options = [["", FIELDS[name][1]], ...sorted];
    const choices = options.map(([value, label]) => make("option", { value }, label));
    return make("select", { change: changed }, ...choices);
  }

  /** Take the filters from the address. */
  function read() {
    let unknown = "";
    for (const [name, field] of Object.entries(fields)) {
      const value = asked(name);
      field.value = value;
      if (field.selectedIndex < 0) {
        field.value = "";
        unknown = _("The address asks for %(filter)s %(words)s, which is not here.", {
          filter: FIELDS[name][2],
          words: quoted(value),
        });
      }
    }
    tell("filters", unknown);
    unfold(criteria().length > 0);
    look();
  }

  /** Find what has the words, and show what matches. */
  async function look() {
    const turn = ++turns;
    const query = fields.q.value.trim();
    let objects, problem;
    if (query) {
      try {
        objects = await (await import("./find.js")).findObjects(query);
      } catch {
        problem = _("The words cannot be looked for just now: the index of the site does not load.");
      }
    }
    if (turn !== turns) return;
    tell("words", problem);
    found = objects;
    apply();
  }

  /** Show the fields on narrow screens, or fold them away. @param {boolean} open */
  function unfold(open) {
    toggle.ariaExpanded = `${open}`;
    form.classList.toggle("workshop-folded", !open);
  }

  function typed() {
    look();
    clearTimeout(timer);
    timer = setTimeout(write, 300);
  }

  function changed() {
    look();
    write();
  }

  function write() {
    clearTimeout(timer);
    setAddress(Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value])));
  }

  /** @param {string[]} names of the filters to drop */
  function reset(names = Object.keys(fields)) {
    for (const name of names) fields[name].value = "";
    changed();
    // What was pressed is gone; on a narrow screen, the fields may be folded.
    (form.getClientRects().length ? fields.q : toggle).focus();
  }

  /** The names of the filters that are set. */
  function criteria() {
    return Object.keys(fields).filter((name) => fields[name].value.trim());
  }

  /** The items that match. @param {string} [without] the name of a filter that is left out */
  function matching(without) {
    const names = criteria().filter((name) => name !== without);
    return items.filter(
      (item) =>
        filters.only.has(item) &&
        names.every((name) =>
          name === "q"
            ? !found || found.has(item.dataset.object)
            : valuesOf(item, name).includes(fields[name].value),
        ),
    );
  }

  /** Show what matches, and how much it is. */
  function apply() {
    const shown = new Set(matching());
    for (const item of items) item.hidden = !shown.has(item);
    for (const list of new Set(items.map((item) => item.parentElement))) {
      list.hidden = !list.querySelector(":scope > :not([hidden])");
      const day = list.previousElementSibling;
      if (day?.matches(".workshop-day")) day.toggleAttribute("hidden", list.hidden);
    }
    const names = criteria();
    const total = counted(filters.only.size, forms);
    count.textContent = names.length ? _("%(found)s of %(total)s", { found: shown.size, total }) : total;
    clear.hidden = !names.length;
    empty.replaceChildren(...(names.length && !shown.size ? help(names) : []));
  }

  /** What to do where nothing matches. @param {string[]} names of the filters that are set */
  function* help(names) {
    yield make("p", {}, none);
    for (const name of names) {
      const { length } = names[1] ? matching(name) : [];
      const filter = FIELDS[name][2] ?? quoted(fields.q.value);
      const words = _("Without %(filter)s: %(left)s", { filter, left: counted(length, forms) });
      if (length) yield button(words, () => reset([name]));
    }
    const query = `?q=${encodeURIComponent(fields.q.value)}`;
    /** @param {string} words @param {URL} address */
    const link = (words, address) => make("p", {}, make("a", { href: address + query }, words));
    if (noun !== "paper" && PAPERS) yield link(_("Look among the papers"), PAPERS);
    yield link(_("Search the whole site"), SEARCH);
  }

  for (const [name, field] of Object.entries(fields)) {
    // A choice of one is none.
    if (!(field.length < 3)) form.append(make("label", {}, make("span", {}, FIELDS[name][0]), field));
  }
  toggle.setAttribute("aria-controls", form.id);
  addEventListener("popstate", read);
  read();
  return filters;
}
