/** Filters a list by words, topic and kind; the address has them, so that a link can. */
import { fold } from "./fold.js";
import { asked, button, counted, make, PAPERS, quoted, SEARCH, setAddress, tell } from "./page.js";

const WORDS = ["title", "names", "speakers", "topics", "label", "body"].map((part) => `.workshop-${part}`);

/** Phones type apostrophes and hyphens of their own. @param {string} words */
const plain = (words) => fold(words).replace(/[‘’]/g, "'").replace(/\p{Pd}/gu, "-");

/** @param {HTMLElement} item */
const wordsOf = (item) =>
  plain([...item.querySelectorAll(WORDS)].map((part) => part.textContent).join(" "));

/**
 * Return the filters over a list.
 * @param {HTMLElement[]} items
 * @param {string} noun what one of them is called
 */
export function filterList(items, noun) {
  const entries = items.map((item) => ({
    item,
    topic: item.dataset.topics.split(" "),
    kind: [item.dataset.kind],
  }));
  const fields = {
    q: make("input", { type: "search", autocomplete: "off", input: typed }),
    topic: choice("topic", ".workshop-topics > li"),
    kind: choice("kind", ".workshop-chip"),
  };
  const form = make("form", {
    class: "workshop-filters",
    id: "workshop-filters",
    role: "search",
    "aria-label": `Filter the ${noun}s`,
    submit: (event) => event.preventDefault(),
  });
  const toggle = button("Filter", () => unfold(toggle.ariaExpanded === "false"));
  const count = make("p", { class: "workshop-count", role: "status" });
  const clear = button("Reset filters", () => reset());
  const result = make("div", { class: "workshop-result" }, count, clear);
  const empty = make("div", { class: "workshop-empty" });
  let timer;

  /** What the page shows; `only` holds the items that may be shown, if not all. */
  const filters = { items, only: null, apply, reset, toggle, parts: [form, result, empty] };

  /** @param {"topic" | "kind"} name @param {string} words selects the words for an item's values */
  function choice(name, words) {
    const pairs = entries.flatMap((entry) =>
      [...entry.item.querySelectorAll(words)].map((word, n) => [entry[name][n], word.textContent]),
    );
    const sorted = [...new Map(pairs)].sort(([, one], [, other]) => one.localeCompare(other));
    const options = [["", `All ${name}s`], ...sorted];
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
        unknown = `The address asks for the ${name} ${quoted(value)}, which is not here.`;
      }
    }
    tell("filters", unknown);
    unfold(criteria().length > 0);
    apply();
  }

  /** Show the fields on narrow screens, or fold them away. @param {boolean} open */
  function unfold(open) {
    toggle.ariaExpanded = `${open}`;
    form.classList.toggle("workshop-folded", !open);
  }

  function typed() {
    apply();
    clearTimeout(timer);
    timer = setTimeout(write, 300);
  }

  function changed() {
    apply();
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
    const [q, ...chosen] = Object.entries(fields).map(([name, { value }]) => [name, name !== without && value]);
    const words = plain(q[1] || "").split(/\s+/);
    return entries.filter(
      (entry) =>
        (!filters.only || filters.only.has(entry.item)) &&
        chosen.every(([name, value]) => !value || entry[name].includes(value)) &&
        words.every((word) => !word || (entry.words ??= wordsOf(entry.item)).includes(word)),
    );
  }

  /** Show what matches, and how much it is. */
  function apply() {
    const found = new Set(matching().map(({ item }) => item));
    for (const item of items) if (item.hidden === found.has(item)) item.hidden = !item.hidden;
    for (const list of new Set(items.map((item) => item.parentElement))) {
      list.hidden = ![...list.children].some((item) => !item.hidden);
      const day = list.previousElementSibling;
      if (day?.matches(".workshop-day")) day.hidden = list.hidden;
    }
    const names = criteria();
    const all = counted(filters.only?.size ?? items.length, noun);
    count.textContent = names.length ? `${found.size} of ${all}` : all;
    clear.hidden = !names.length;
    empty.replaceChildren(...(names.length && !found.size ? help(names) : []));
  }

  /** What to do where nothing matches. @param {string[]} names of the filters that are set */
  function* help(names) {
    yield make("p", {}, `No ${noun} matches.`);
    for (const name of names) {
      const { length } = names[1] ? matching(name) : [];
      const words = name === "q" ? quoted(fields.q.value) : `the ${name}`;
      if (length) yield button(`Without ${words}: ${counted(length, noun)}`, () => reset([name]));
    }
    const query = `?q=${encodeURIComponent(fields.q.value)}`;
    const link = (words, address) => make("p", {}, make("a", { href: address + query }, words));
    if (noun !== "paper" && PAPERS) yield link("Look among the papers", PAPERS);
    yield link("Search the whole site", SEARCH);
  }

  for (const [name, field] of Object.entries(fields)) {
    // A choice of one is none.
    const words = name === "q" ? "Find" : name[0].toUpperCase() + name.slice(1);
    if (!(field.length < 3)) form.append(make("label", {}, make("span", {}, words), field));
  }
  toggle.setAttribute("aria-controls", form.id);
  toggle.classList.add("workshop-filter-toggle");
  addEventListener("popstate", read);
  read();
  return filters;
}
