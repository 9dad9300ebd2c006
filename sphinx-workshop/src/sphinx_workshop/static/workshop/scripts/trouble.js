/** Tells the reader why the browser does not keep what it should; loaded where that is so. */
import { button, tell } from "./page.js";

/**
 * @param {"blocked" | "unreadable" | "full"} trouble
 * @param {string} what the reader calls what is not kept
 * @param {() => void} save overwrites what cannot be read
 */
export function tellTrouble(trouble, what, save) {
  const why = {
    blocked: _("This browser keeps nothing for this site."),
    full: _("The browser’s storage for this site is full."),
    unreadable: _("The %(what)s stored here cannot be read. They are left as they are.", { what }),
  }[trouble];
  const actions = trouble === "unreadable" ? [button(_("Discard them"), save)] : [];
  tell(what, _("%(why)s New %(what)s last only until you leave this page.", { why, what }), ...actions);
}
