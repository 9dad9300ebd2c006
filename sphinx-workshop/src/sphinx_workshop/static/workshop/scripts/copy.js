/** A button before the links to an entry that copies the entry, and says whether it could. */
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
  const added = button(_("Copy BibTeX"), copy);
  added.className = "workshop-button";
  source.nextElementSibling.prepend(added);
  source.nextElementSibling.append(said);
}
