/** Marks what a search has found, and takes out of a text the place that shows it. */
import { fold } from "./fold.js";
import { make } from "./page.js";

const LENGTH = 150; // characters of an excerpt
const LEAD = 40; // of these, how many stand before the first word that was found

/**
 * What was looked for: words, and the beginnings by which they are found.
 * @typedef {{ words: string[], forms: Map<string, string> }} Query
 */

/**
 * A text cut into words and what is between them, and of the parts that were found what they were
 * found by.
 * @param {string} text @param {Query} query
 */
export function marksIn(text, { words, forms }) {
  const parts = text.split(/([\p{L}\p{N}\p{M}]+)/u);
  const folded = parts.map((part, n) => (n % 2 ? fold(part) : ""));
  const beginnings = [...forms.keys()];
  /** @type {Map<number, string>} */
  const marks = new Map();
  folded.forEach((part, n) => {
    const form = part && beginnings.find((form) => part.startsWith(form));
    if (form) marks.set(n, forms.get(form));
  });
  for (const word of words) {
    if (word.length < 3 || [...marks.values()].includes(word)) continue;
    for (const n of initialsIn(folded, word)) marks.set(n, word);
  }
  return { parts, marks };
}

/** The parts whose initials make an acronym; small words may stand between. @param {string[]} parts @param {string} acronym */
function initialsIn(parts, acronym) {
  for (let start = 1; start < parts.length; start += 2) {
    const found = [];
    for (let n = start; n < parts.length && found.length < acronym.length; n += 2) {
      if (parts[n][0] === acronym[found.length]) found.push(n);
      else if (!found.length || parts[n].length > 3) break;
    }
    if (found.length === acronym.length) return found;
  }
  return [];
}

/** A text with what was found marked. @param {string} text @param {Query} query */
export function marked(text, query) {
  const { parts, marks } = marksIn(text, query);
  return parts.map((part, n) => (marks.has(n) ? make("mark", {}, part) : part));
}

/**
 * The piece of a text that holds most of what was found, marked; its beginning if it holds nothing.
 * @param {string} text @param {Query} query
 */
export function excerpt(text, query) {
  const { parts, marks } = marksIn(text, query);
  /** Where each part begins. @type {number[]} */
  const places = [];
  let end = 0;
  for (const part of parts) {
    places.push(end);
    end += part.length;
  }
  let [best, most] = [0, 0];
  for (const n of marks.keys()) {
    const near = [...marks].filter(([m]) => m >= n && places[m] - places[n] < LENGTH - LEAD);
    const different = new Set(near.map(([, word]) => word)).size;
    if (different > most) [best, most] = [n, different];
  }
  let first = places[best] > LEAD ? places.findIndex((place) => place > places[best] - LEAD) : 0;
  if (first && first % 2 === 0) first += 1; // it begins with a word
  const past = places.findIndex((place) => place > places[first] + LENGTH);
  const last = past < 0 ? parts.length : past;
  const shown = parts.slice(first, last).map((part, n) =>
    marks.has(first + n) ? make("mark", {}, part) : part,
  );
  return [...(first ? ["… "] : []), ...shown, ...(past < 0 ? [] : [" …"])];
}
