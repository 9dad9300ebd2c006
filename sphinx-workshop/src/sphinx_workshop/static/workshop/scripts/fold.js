/** Letters with a stroke, which Unicode does not decompose; sphinx_workshop.core.casefold has the same. @type {Record<string, string>} */
const LETTERS = {
  ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe", ı: "i", ħ: "h", ŧ: "t", ŋ: "n",
};

/**
 * Return words as they are compared, without case and accents: `Medard` finds Médard.
 * @param {string} words
 */
export const fold = (words) =>
  words
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\0-~]/g, (letter) => LETTERS[letter] ?? letter);
