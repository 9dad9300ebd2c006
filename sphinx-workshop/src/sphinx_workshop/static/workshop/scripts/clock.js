/** Tells the reader that the address sets the page's clock; loaded where it does. */
import { button, quoted, setAddress, tell } from "./page.js";

/** @param {string} words what the address says @param {boolean} isSet whether that is an instant */
export function tellClock(words, isSet) {
  if (isSet) {
    const realTime = button(_("Use the real time"), () => {
      setAddress({ now: "" });
      location.reload();
    });
    const time = words.replace("T", " ");
    tell("now", _("This page’s clock is set to %(time)s and stands still.", { time }), realTime);
  } else {
    tell("now", _("This page’s clock is not set: write %(words)s like 2022-07-22T10:35Z.", { words: quoted(words) }));
  }
}
