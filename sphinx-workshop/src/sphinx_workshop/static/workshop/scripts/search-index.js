/** The search index of the site, loaded in pieces; sphinx_workshop.site.search writes it and describes its form. */
import { formsOf, halvesOf, meantBy, stemsOf, wordsOf } from "./search-words.js";

const MEANT = 0.6; // what a word is worth that was spelled otherwise
const STEM = 0.5; // what a word is worth that has the stem alone
const FEW = 4; // pieces of words that are all read for a word whose first letter is wrong
const QUESTION = 0.5; // what a question word is worth, in a heading

/** Numbers out of their differences. @param {number[]} differences */
function sums(differences) {
  let sum = 0;
  return differences.map((difference) => (sum += difference));
}

/** The entries of a posting with their weights. @param {number[]} posting */
const weightsOf = (posting) => {
  const entries = sums(posting.filter((_, n) => n % 2 === 0));
  return entries.map((entry, n) => /** @type {[number, number]} */ ([entry, posting[2 * n + 1]]));
};

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
 * @property {string[]} spelling the first word of each piece of words without entries
 * @property {Record<string, number>} kinds how many entries there are of each kind, in their order
 * @property {Record<string, number[]>} sections the entries of sections, by that of their page
 * @property {Record<string, number[]>} stop the words that are not looked for; question words with their posting
 * @property {Record<string, string[]>} meanings the words of acronyms that no entry has
 * @property {Record<string, Record<string, number[]>>} filters differences of the numbers of entries, by name and value
 */

/**
 * What a word has found: entries with their weights, and the beginnings of the words that they have.
 * @typedef {{ weights: Map<number, number>, forms: string[] }} Found
 */

/** @type {Promise<Index> | undefined} */
let opening;

/** The index of the site, opened again once it was closed. @param {URL} address of `index.json` */
export const openIndex = (address) =>
  (opening ??= load(address, { cache: "no-cache" }).then((facts) => new Index(address, facts)));

/** Forget the index: it may be another one by now. */
export function closeIndex() {
  opening = undefined;
}

export class Index {
  /** The pieces that are there or on their way. @type {Map<string, Promise<any>>} */
  #pieces = new Map();

  /** @param {URL} address of `index.json` @param {Facts} facts */
  constructor(address, facts) {
    this.address = address;
    this.facts = facts;
    this.kinds = Object.keys(facts.kinds);
    /** @type {string[]} */
    this.kindOf = this.kinds.flatMap((kind) => Array(facts.kinds[kind]).fill(kind));
    /** The page of each section. @type {Map<number, number>} */
    this.pageOf = new Map(
      Object.entries(facts.sections).flatMap(([page, sections]) =>
        sections.map((section) => /** @type {[number, number]} */ ([section, Number(page)])),
      ),
    );
    /** Which entries each value of a filter lets pass. @type {[string, Map<string, Set<number>>][]} */
    this.filters = Object.entries(facts.filters).map(([name, values]) => [
      name,
      new Map(Object.entries(values).map(([value, numbers]) => [value, new Set(sums(numbers))])),
    ]);
  }

  /** @param {string} piece */
  #load(piece) {
    if (!this.#pieces.has(piece)) {
      this.#pieces.set(piece, load(new URL(`${this.facts.version}/${piece}.json`, this.address)));
    }
    return this.#pieces.get(piece);
  }

  /**
   * Find the entries that have all words of a query, or as many as any entry has; the best come first.
   * @param {string} query
   */
  async find(query) {
    const typed = wordsOf(query);
    const { stop, meanings } = this.facts;
    const asked = typed.filter((word) => !(word in stop));
    const words = (asked.length ? asked : typed).flatMap((word) => meanings[word] ?? [word]);
    /** @type {Map<number, { words: number, score: number }>} */
    const found = new Map();
    const each = await Promise.all(words.map((word) => this.#find(word)));
    /** @param {number} size */
    const rarity = (size) => Math.log(1 + this.kindOf.length / size);
    for (const { weights } of each) {
      const worth = rarity(weights.size);
      for (const [entry, weight] of weights) {
        const { words, score } = found.get(entry) ?? { words: 0, score: 0 };
        found.set(entry, { words: words + 1, score: score + weight * worth });
      }
    }
    for (const word of typed) {
      const headings = weightsOf(stop[word] ?? []);
      for (const [entry, weight] of headings) {
        if (found.has(entry)) found.get(entry).score += weight * QUESTION * rarity(headings.length);
      }
    }
    const most = Math.max(0, ...[...found.values()].map(({ words }) => words));
    const entries = [...found.keys()]
      .filter((entry) => found.get(entry).words === most)
      .sort((one, other) => {
        const more = found.get(other).score - found.get(one).score;
        // Of a page and its section, which has the words, the section is nearer.
        return more || Number(this.pageOf.has(other)) - Number(this.pageOf.has(one)) || one - other;
      });
    return {
      entries: this.#oneOfEachPage(words.length ? entries : [...this.kindOf.keys()]),
      complete: most === words.length,
      words,
      forms: new Map(each.flatMap(({ forms }, n) => forms.map((form) => [form, words[n]]))),
    };
  }

  /** Leave out a page or sections of it behind the first of these. @param {number[]} entries */
  #oneOfEachPage(entries) {
    const pages = new Set();
    return entries.filter((entry) => {
      const page = this.pageOf.get(entry) ?? entry;
      return !pages.has(page) && pages.add(page);
    });
  }

  /** Find what has a word; where nothing has, what has a word like it. @param {string} word */
  async #find(word) {
    const found = await this.#having(formsOf(word));
    const stems = await this.#having(stemsOf(word).map((stem) => [stem, STEM]), word);
    if (!found.weights.size) {
      const near = await this.#meantBy(word, 1);
      if (near.weights.size) return near;
      if (stems.weights.size) return stems;
      const far = await this.#meantBy(word, 2);
      return far.weights.size ? far : this.#asTwo(word);
    }
    // A title may have another form of the word: that finds nothing more, but counts.
    for (const [entry, weight] of found.weights) {
      found.weights.set(entry, weight + (stems.weights.get(entry) ?? 0));
    }
    return found;
  }

  /**
   * Find what has the words that a word may be meant for.
   * @param {string} word @param {number} changes how many letters may be wrong
   */
  async #meantBy(word, changes) {
    // Most people get the first letter right; else, all words are read, or those with the next one.
    for (const first of [word[0], this.facts.spelling.length > FEW ? word[1] : ""]) {
      const meant = meantBy(word, await this.#known(first), changes);
      if (meant.length) return this.#having(meant.map((other) => [other, MEANT]));
    }
    return this.#having([]);
  }

  /** Find what has the two words that a word is made of. @param {string} word */
  async #asTwo(word) {
    for (const halves of halvesOf(word, await this.#known(word[0]))) {
      const found = await this.#havingAll(halves);
      if (found.weights.size) return found;
    }
    return this.#having([]);
  }

  /** The words of the index with a beginning, and some around these. @param {string} beginning */
  async #known(beginning) {
    /** @type {string[]} */
    const pieces = await Promise.all(this.#piecesOf(beginning, "spelling", this.facts.spelling));
    return pieces.flatMap((piece) => piece.split(" "));
  }

  /** The entries that have all of some words. @param {string[]} words @returns {Promise<Found>} */
  async #havingAll(words) {
    const each = await Promise.all(words.map((word) => this.#having([[word, MEANT]])));
    const weights = new Map();
    for (const [entry, weight] of each[0].weights) {
      const all = each.map(({ weights }) => weights.get(entry) ?? 0);
      if (Math.min(...all)) weights.set(entry, Math.min(weight, ...all));
    }
    return { weights, forms: words };
  }

  /**
   * The entries that have one of some words, or a word that begins so.
   * @param {[string, number][]} forms beginnings, with their worth
   * @param {string} [found] words that begin so were found already
   * @returns {Promise<Found>}
   */
  async #having(forms, found) {
    const weights = new Map();
    for (const [form, worth] of forms) {
      for (const piece of await Promise.all(this.#piecesOf(form, "words", this.facts.words))) {
        for (const [known, posting] of Object.entries(piece)) {
          if (!known.startsWith(form) || (found && known.startsWith(found))) continue;
          const closeness = known === form ? worth : (worth * (1 + form.length / known.length)) / 3;
          for (const [entry, weight] of weightsOf(posting)) {
            if (weight * closeness > (weights.get(entry) ?? 0)) weights.set(entry, weight * closeness);
          }
        }
      }
    }
    return { weights, forms: forms.map(([form]) => form) };
  }

  /**
   * Load the pieces that hold the words with a beginning: of each word, the differences of the
   * numbers of its entries, each followed by its weight there.
   * @param {string} beginning
   * @param {string} name of the pieces
   * @param {string[]} firsts the first word of each
   */
  #piecesOf(beginning, name, firsts) {
    const last = firsts.findLastIndex((word) => word <= `${beginning}\uffff`);
    const first = firsts.findLastIndex((word) => word <= beginning);
    const pieces = [];
    for (let n = Math.max(0, first); n <= last; n++) pieces.push(this.#load(`${name}-${n}`));
    return pieces;
  }

  /** Return whether filters let an entry pass. @param {number} entry @param {Record<string, string>} chosen */
  passes(entry, { kind, ...others }) {
    return (
      (!kind || this.kindOf[entry] === kind) &&
      this.filters.every(([name, values]) => !others[name] || values.get(others[name])?.has(entry))
    );
  }

  /** Load what is shown of an entry. @param {number} entry */
  async entry(entry) {
    const { block } = this.facts;
    const rows = await this.#load(`entries-${Math.floor(entry / block)}`);
    const [title, address, detail, texts] = rows[entry % block];
    /** What is written there, of which an excerpt may be shown. @returns {Promise<string>} */
    const text = async () => (texts === undefined ? "" : (await this.#load(`texts-${texts}`))[entry]);
    return { kind: this.kindOf[entry], title, address: new URL(`../${address}`, this.address), detail, text };
  }

  /** The numbers of the entries that stand on lists, by `data-object`. @returns {Promise<Record<string, number>>} */
  listed() {
    return this.#load("listed");
  }
}
