/** Finds the items of a list by words, as the search does; loaded when words are first typed. */
import { root } from "./page.js";
import { closeIndex, openIndex } from "./search-index.js";

/**
 * The objects that have all words of a query, as items name them in `data-object`.
 * @param {string} query
 */
export async function findObjects(query) {
  try {
    const index = await openIndex(new URL("search-index/index.json", root));
    const [{ entries, complete, words }, listed] = await Promise.all([index.find(query), index.listed()]);
    const found = new Set(complete && words.length ? entries : []);
    return new Set(Object.keys(listed).filter((object) => found.has(listed[object])));
  } catch (error) {
    closeIndex(); // the next words try again
    throw error;
  }
}
