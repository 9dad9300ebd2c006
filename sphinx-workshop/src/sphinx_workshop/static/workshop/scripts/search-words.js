/** What words readers type may be meant for: other forms, and words of which a letter is wrong. */
import { fold } from "./fold.js";

/** @param {string} text */
export const wordsOf = (text) => [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu))];

/**
 * The beginnings that a word is found by, with their worth: its own, and that of its plural or
 * singular. (`lens` finds lenses and lensing by itself.)
 * @param {string} word
 * @returns {[string, number][]}
 */
export function formsOf(word) {
  /** @type {[RegExp, string][]} */
  const others = [
    [/ies$/, "y"],
    [/y$/, "ies"],
    [/(s|x|z|ch|sh)es$/, "$1"],
    [/([^su])s$/, "$1"],
  ];
  const other = word.length > 4 && others.find(([ending]) => ending.test(word));
  return other ? [[word, 1], [word.replace(...other), 0.8]] : [[word, 1]];
}

/** Endings, and the least that must be left. @type {[RegExp, number][]} */
const ENDINGS = [
  [/s$/, 3],
  [/(?:ing|ed|ions?|ers?|ors?|ally|al|e|y)$/, 4],
];

/**
 * The beginnings that are tried where nothing has a word: those without its ending, so that `merging`
 * finds merger.
 * @param {string} word
 */
export const stemsOf = (word) =>
  ENDINGS.flatMap(([ending, least]) => {
    const stem = word.replace(ending, "");
    return stem !== word && stem.length >= least ? [stem] : [];
  });

/**
 * The words that a word may be meant for: those that take the fewest changes of one letter or of two
 * neighbours, and how many. The last letters may not be typed yet, which counts half a change.
 * @param {string} word
 * @param {string[]} known
 * @param {number} most changes, of which short words are allowed fewer
 */
export function meantBy(word, known, most) {
  const allowed = Math.min(most, word.length < 4 ? 0 : word.length < 7 ? 1 : 2);
  /** @type {string[]} */
  let found = [];
  let least = allowed + 0.5;
  for (const other of allowed ? known : []) {
    if (other.length < Math.max(4, word.length - allowed)) continue;
    const changes = distance(word, other, allowed);
    if (changes < least) [least, found] = [changes, []];
    if (changes === least) found.push(other);
  }
  return found;
}

/**
 * The halves of a word that may be two, as `haybale`: the first is a known word.
 * @param {string} word @param {string[]} known
 */
export function halvesOf(word, known) {
  const words = new Set(known);
  const halves = [];
  for (let n = 3; n <= word.length - 3; n++) {
    if (words.has(word.slice(0, n))) halves.push([word.slice(0, n), word.slice(n)]);
  }
  return halves;
}

/**
 * The number of changes between a word and another, or (with half a change more) its beginning.
 * @param {string} word @param {string} other @param {number} most beyond which any number will do
 */
function distance(word, other, most) {
  const size = other.length + 1;
  /** @type {number[]} */
  let last = [];
  /** @type {number[]} */
  let row = [...Array(size).keys()];
  for (let n = 1; n <= word.length; n++) {
    const before = last;
    last = row;
    row = [n];
    for (let m = 1; m < size; m++) {
      const same = word[n - 1] === other[m - 1];
      row[m] = Math.min(last[m] + 1, row[m - 1] + 1, last[m - 1] + (same ? 0 : 1));
      const swapped = n > 1 && m > 1 && word[n - 1] === other[m - 2] && word[n - 2] === other[m - 1];
      if (swapped) row[m] = Math.min(row[m], before[m - 2] + 1);
    }
    if (Math.min(...row) > most) return Infinity;
  }
  const begun = word.length > 4 ? Math.min(...row) + 0.5 : Infinity;
  return Math.min(row[size - 1], begun);
}
