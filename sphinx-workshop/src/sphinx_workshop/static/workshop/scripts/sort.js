/** Puts a list of papers into another order, which the address keeps; filters and stars stay. */
import { asked, make, quoted, setAddress, tell, titleOf } from "./page.js";

const compare = new Intl.Collator(_language, { numeric: true }).compare;

/** What each order is called, and what it goes by. @type {Record<string, [string, (item: HTMLElement) => string]>} */
const ORDERS = {
  "": [_("Number"), () => ""], // which the page has
  title: [_("Title"), titleOf],
  author: [_("First author"), ({ dataset }) => dataset.author],
  topic: [_("Topic"), (item) => item.querySelector(".workshop-topics > li")?.textContent ?? ""],
};

/**
 * Return the choice of an order, and what tells screen readers which one there is now.
 * @param {ReturnType<typeof import("./filters.js").filterList>} filters
 */
export function sortField({ items, apply }) {
  const said = make("p", { class: "workshop-heard", role: "status" });
  const choices = Object.entries(ORDERS).map(([value, [label]]) => make("option", { value }, label));
  const lists = [...new Set(items.map((item) => item.parentElement))].map(
    (list) => /** @type {const} */ ([list, list.children.length]),
  );
  const select = make("select", { change: choose }, ...choices);

  function choose() {
    setAddress({ sort: select.value });
    sort();
    said.textContent = _("Sorted by: %(order)s", { order: ORDERS[select.value][0] });
  }

  let current = "";

  /** Those without what an order goes by come last; those with the same stay by number. */
  function sort() {
    if (select.value === current) return;
    current = select.value;
    const key = ORDERS[current][1];
    const sorted = items
      .map((item) => ({ item, word: key(item) }))
      .sort((one, other) => +!one.word - +!other.word || compare(one.word, other.word));
    // A long list stands in several; each keeps its length.
    for (const [list, length] of lists) list.append(...sorted.splice(0, length).map(({ item }) => item));
    apply();
  }

  function read() {
    const order = asked("sort");
    const isKnown = Object.hasOwn(ORDERS, order);
    select.value = isKnown ? order : "";
    tell("sort", isKnown ? "" : _("The address asks for the order %(words)s, which is not here.", { words: quoted(order) }));
    sort();
  }

  addEventListener("popstate", read);
  read();
  return [make("label", {}, make("span", {}, _("Sort by")), select), said];
}
