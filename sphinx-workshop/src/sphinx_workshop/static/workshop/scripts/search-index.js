/** The search index of the site, loaded in pieces; sphinx_workshop.site.search writes it and describes its form. */
import { fold } from "./fold.js";

/** Numbers out of their differences. @param {number[]} differences */
function sums(differences) {
  let sum = 0;
  return differences.map((difference) => (sum += difference));
}

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

/** @param {URL} address @param {RequestInit} [options] */
async function load(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}

/**
 * What `index.json` says.
 * @typedef {object} Facts
 * @property {number} block how many entries a piece holds
 * @property {string} version the folder of the pieces
 * @property {string[]} words the first word of each piece
 * @property {Record<string, number>} kinds how many entries there are of each kind, in their order
 * @property {Record<string, Record<string, number[]>>} filters differences of the numbers of entries, by name and value
 */

export class Index {
  /** The pieces that are there or on their way. @type {Map<string, Promise<any>>} */
  #pieces = new Map();

  /** @param {URL} address of `index.json` */
  static async open(address) {
    return new Index(address, await load(address, { cache: "no-cache" }));
  }

  /** @param {URL} address of `index.json` @param {Facts} facts */
  constructor(address, facts) {
    this.address = address;
    this.block = facts.block;
    this.version = facts.version;
    this.words = facts.words;
    this.kinds = Object.keys(facts.kinds);
    /** @type {string[]} */
    this.kindOf = this.kinds.flatMap((kind) => Array(facts.kinds[kind]).fill(kind));
    /** Which entries each value of a filter lets pass. @type {[string, Map<string, Set<number>>][]} */
    this.filters = Object.entries(facts.filters).map(([name, values]) => [
      name,
      new Map(Object.entries(values).map(([value, numbers]) => [value, new Set(sums(numbers))])),
    ]);
  }

  /** @param {string} piece */
  #load(piece) {
    if (!this.#pieces.has(piece)) {
      this.#pieces.set(piece, load(new URL(`${this.version}/${piece}.json`, this.address)));
    }
    return this.#pieces.get(piece);
  }

  /**
   * Find the entries that have all words, or as many as any entry has; the best come first.
   * @param {string[]} words
   */
  async find(words) {
    if (!words.length) return { entries: [...this.kindOf.keys()], complete: true };
    /** @type {Map<number, { words: number, score: number }>} */
    const found = new Map();
    for (const weights of await Promise.all(words.map((word) => this.#weights(word)))) {
      const rarity = Math.log(1 + this.kindOf.length / weights.size);
      for (const [entry, weight] of weights) {
        const { words, score } = found.get(entry) ?? { words: 0, score: 0 };
        found.set(entry, { words: words + 1, score: score + weight * rarity });
      }
    }
    const most = Math.max(0, ...[...found.values()].map(({ words }) => words));
    const entries = [...found.keys()]
      .filter((entry) => found.get(entry).words === most)
      .sort((one, other) => found.get(other).score - found.get(one).score || one - other);
    return { entries, complete: most === words.length };
  }

  /** The entries that have a word, or one that begins so, with its weight there. @param {string} word */
  async #weights(word) {
    const weights = new Map();
    for (const [form, worth] of formsOf(word)) {
      for (const piece of await Promise.all(this.#piecesOf(form))) {
        for (const [known, posting] of Object.entries(piece)) {
          if (!known.startsWith(form)) continue;
          const closeness = known === form ? worth : (worth * (1 + form.length / known.length)) / 3;
          const entries = sums(posting.filter((_, n) => n % 2 === 0));
          entries.forEach((entry, n) => {
            const weight = posting[2 * n + 1] * closeness;
            if (weight > (weights.get(entry) ?? 0)) weights.set(entry, weight);
          });
        }
      }
    }
    return weights;
  }

  /**
   * Load the pieces that hold the words with a beginning: of each word, the differences of the
   * numbers of its entries, each followed by its weight there.
   * @param {string} beginning
   * @returns {Promise<Record<string, number[]>>[]}
   */
  #piecesOf(beginning) {
    const last = this.words.findLastIndex((word) => word <= `${beginning}\uffff`);
    const first = this.words.findLastIndex((word) => word <= beginning);
    const pieces = [];
    for (let n = Math.max(0, first); n <= last; n++) pieces.push(this.#load(`words-${n}`));
    return pieces;
  }

  /** Tell whether filters let an entry pass. @param {number} entry @param {Record<string, string>} chosen */
  passes(entry, { kind, ...others }) {
    return (
      (!kind || this.kindOf[entry] === kind) &&
      this.filters.every(([name, values]) => !others[name] || values.get(others[name])?.has(entry))
    );
  }

  /** Load what is shown of an entry. @param {number} entry */
  async entry(entry) {
    const block = await this.#load(`entries-${Math.floor(entry / this.block)}`);
    const [title, address, detail] = block[entry % this.block];
    return { kind: this.kindOf[entry], title, address: new URL(`../${address}`, this.address), detail };
  }
}
