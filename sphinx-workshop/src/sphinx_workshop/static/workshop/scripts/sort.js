/** Puts a list of papers into another order, which the address keeps; filters and stars stay. */
import { asked, make, quoted, setAddress, tell, titleOf } from "./page.js";

const compare = new Intl.Collator(_language, { numeric: true }).compare;

/** The order of first authors, in the page’s order of papers. @type {string[]} */
const authors = document.querySelector("[data-authors]").dataset.authors.split(" ");

/** What each order is called, and what it goes by. @type {Record<string, [string, (item: HTMLElement, n: number) => string]>} */
const ORDERS = {
  "": [_("Number"), () => ""], // which the page has
  title: [_("Title"), titleOf],
  author: [_("First author"), (_item, n) => authors[n]],
  topic: [_("Topic"), (item) => item.querySelector(".workshop-topics > li")?.textContent ?? ""],
};

/** Lists that are filled before the browser gets to answer. */
const AT_ONCE = 10;

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

  /**
   * Those without what an order goes by come last; those with the same stay by number. A long list
   * stands in several, each of which keeps its length. The browser shows the first of them at once,
   * and answers between the others: a change anywhere makes it look at the whole page, for some
   * styles begin with `body:has`, so that it is let do that a few times only.
   */
  async function sort() {
    const order = select.value;
    if (order === current) return;
    current = order;
    const key = ORDERS[order][1];
    const sorted = items
      .map((item, n) => ({ item, word: key(item, n) }))
      .sort((one, other) => +!one.word - +!other.word || compare(one.word, other.word))
      .map(({ item }) => item);
    // What stood in the first list waits in the last one, out of sight.
    lists.at(-1)[0].append(...lists[0][0].children);
    for (const [n, [list, length]] of lists.entries()) {
      list.prepend(...sorted.splice(0, length));
      if (n % AT_ONCE || !sorted[0]) continue;
      if (!n) apply();
      await new Promise((go) => setTimeout(go));
      if (order !== current) return;
    }
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
