/** A button that copies what stands in an element, and says whether it could. */
import { button, make } from "./page.js";

/** @param {HTMLElement} source */
export function copyButton(source) {
  const said = make("span", { role: "status" });
  const copy = async () => {
    said.textContent = await navigator.clipboard.writeText(source.textContent).then(
      () => _("Copied"),
      () => _("The browser does not allow it; select the text instead"),
    );
  };
  source.after(make("p", { class: "workshop-copy" }, button(_("Copy BibTeX"), copy), " ", said));
}
