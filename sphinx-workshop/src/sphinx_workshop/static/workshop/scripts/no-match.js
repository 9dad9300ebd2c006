/** Says what to do where no item of a list matches its filters; loaded then. */
import { button, counted, make, PAPERS, SEARCH } from "./page.js";

/** @type {Record<string, string>} */
const NONE = { paper: _("No paper matches."), session: _("No session matches.") };

/**
 * @param {"paper" | "session"} noun what an item is
 * @param {string} words that were looked for
 * @param {{ filter: string, left: number, drop: () => void }[]} filters how many match without each
 * @param {string[]} forms the words for a number of items
 */
export function* waysOut(noun, words, filters, forms) {
  yield make("p", {}, NONE[noun]);
  for (const { filter, left, drop } of filters) {
    if (left) yield button(_("Without %(filter)s: %(left)s", { filter, left: counted(left, forms) }), drop);
  }
  const query = `?q=${encodeURIComponent(words)}`;
  /** @param {string} words @param {URL} address */
  const link = (words, address) => make("p", {}, make("a", { href: address + query }, words));
  if (noun !== "paper" && PAPERS) yield link(_("Search the papers"), PAPERS);
  yield link(_("Search the whole site"), SEARCH);
}
