/** Takes over the stars that someone shares; loaded when that is asked for. */
import { button, counted } from "./page.js";
import { stars } from "./stars.js";

/**
 * Return what is said of it, with a way back.
 * @param {[string, string][]} shared ids with titles
 * @param {boolean} too whether the reader's own stay
 * @param {() => void} undone
 */
export function takeOver(shared, too, undone) {
  const before = stars.value;
  stars.change((old) => new Map([...(too ? old : []), ...shared]));
  const undo = button(_("Undo"), () => {
    stars.change(() => before);
    undone();
  });
  const words = _n("My program now has %(count)d star.", "My program now has %(count)d stars.");
  return [counted(stars.value.size, words), " ", undo];
}
