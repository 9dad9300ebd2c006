/** Filters a list by words, topic, kind and more; the address has them, so that a link can. */
import { all, asked, button, counted, make, quoted, setAddress, tell, UNLOADED, unloaded } from "./page.js";

/**
 * A field of the filters; a text field has no choices.
 * @typedef {HTMLElement & { value: string, selectedIndex?: number, length?: number }} Field
 */

/** What is said of each list. @type {Record<string, [string[], string]>} */
const LISTS = {
  paper: [_n("%(count)d paper", "%(count)d papers"), _("Filter the papers")],
  session: [_n("%(count)d session", "%(count)d sessions"), _("Filter the sessions")],
};

/**
 * A choice between values that items have.
 * @typedef {object} Choice
 * @property {string[]} said its name, all of them, one of them
 * @property {[string, string][]} options values with their words, in order
 * @property {(item: HTMLElement) => string[]} valuesOf
 */

const { compare } = new Intl.Collator(_language, { numeric: true });

/**
 * @param {HTMLElement[]} items
 * @param {string[]} said
 * @param {(item: HTMLElement) => [string, string][]} optionsOf values of an item, with their words
 * @param {0 | 1} by which of the two they are sorted by
 * @returns {Choice}
 */
export function choice(items, said, optionsOf, by = 1) {
  const found = new Map(items.map((item) => [item, optionsOf(item)]));
  const options = [...new Map([...found.values()].flat())].sort((one, other) => compare(one[by], other[by]));
  return { said, options, valuesOf: (item) => found.get(item).map(([value]) => value) };
}

/**
 * Return the filters over a list.
 * @param {HTMLElement[]} items
 * @param {"paper" | "session"} noun what one of them is
 * @param {Record<string, Choice>} [more] further choices
 * @param {(shown: Set<HTMLElement>) => void} [showElsewhere] is called with what is shown
 */
export function filterList(items, noun, more, showElsewhere) {
  const [forms, title] = LISTS[noun];
  /** What has the words, as `data-object` names it; nothing where no words are looked for. @type {Set<string>} */
  let found;
  /** Looks are numbered: one that was overtaken changes nothing. */
  let turns = 0;
  /** What `data-kind` or `data-topics` says of an item, with the words there. @param {string} name @param {string} words */
  const words = (name, words) => (/** @type {HTMLElement} */ item) =>
    all(words, item).map((word, n) => /** @type {[string, string]} */ ([item.dataset[name].split(" ")[n], word.textContent]));
  /** @type {Record<string, Choice>} */
  const choices = {
    topic: choice(items, [_("Topic"), _("All topics"), _("the topic")], words("topics", ".workshop-topics > li")),
    kind: choice(items, [_("Kind"), _("All kinds"), _("the kind")], words("kind", ".workshop-chip")),
    ...more,
  };
  /** @type {Record<string, Field>} */
  const fields = { q: make("input", { type: "search", autocomplete: "off", input: typed }) };
  for (const [name, { said, options }] of Object.entries(choices)) {
    const all = ["", said[1]];
    fields[name] = make(
      "select",
      { change: changed },
      ...[all, ...options].map(([value, label]) => make("option", { value }, label)),
    );
  }
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
  /** The filters that nothing matches. @type {string[]} */
  let missing = null;

  const filters = {
    items,
    /** The items that may be shown. */
    only: new Set(items),
    apply,
    reset,
    toggle,
    parts: [form, result, empty],
  };

  /** Take the filters from the address. */
  function read() {
    let unknown = "";
    for (const [name, field] of Object.entries(fields)) {
      const value = asked(name);
      field.value = value;
      if (field.selectedIndex < 0) {
        field.value = "";
        unknown = _("The address asks for %(filter)s %(words)s, which is not here.", {
          filter: choices[name].said[2],
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
        problem = UNLOADED;
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
            : choices[name].valuesOf(item).includes(fields[name].value),
        ),
    );
  }

  /** Show what matches, and how much it is. */
  function apply() {
    const shown = new Set(matching());
    for (const item of items) item.hidden = !shown.has(item);
    for (const list of new Set(items.map((item) => item.parentElement))) {
      list.hidden = !list.querySelector(":scope > :not([hidden])");
      list.dataset.shown = list.hidden ? "none" : list.querySelector(":scope > [hidden]") ? "some" : "all";
    }
    showElsewhere?.(shown);
    const names = criteria();
    const total = counted(filters.only.size, forms);
    count.textContent = names.length ? _("%(found)s of %(total)s", { found: shown.size, total }) : total;
    clear.hidden = !names.length;
    empty.replaceChildren();
    missing = names.length && !shown.size ? names : null;
    if (missing) help(missing);
  }

  /** Say what to do where nothing matches. @param {string[]} names of the filters that are set */
  async function help(names) {
    const ways = await import("./no-match.js").catch(unloaded);
    if (!ways || names !== missing) return;
    const without = names.map((name) => ({
      filter: choices[name]?.said[2] ?? quoted(fields.q.value),
      left: names[1] ? matching(name).length : 0,
      drop: () => reset([name]),
    }));
    empty.replaceChildren(...ways.waysOut(noun, fields.q.value, without, forms));
  }

  for (const [name, field] of Object.entries(fields)) {
    // A choice of one is none.
    if (!(field.length < 3)) form.append(make("label", {}, make("span", {}, choices[name]?.said[0] ?? _("Find")), field));
  }
  toggle.setAttribute("aria-controls", form.id);
  addEventListener("popstate", read);
  read();
  return filters;
}
