/** Buttons that copy a text, and say whether they could. */
import { all, button, make } from "./page.js";

/** Put a button into each place that has something to copy. */
export function copyButtons() {
  for (const place of all("span[data-copy]")) attach(place);
}

/** @param {HTMLElement} place */
function attach(place) {
  const { copy, words, name } = place.dataset;
  const said = make("span", { role: "status" });
  const added = button(words, async () => {
    try {
      await navigator.clipboard.writeText(copy || place.parentElement.previousElementSibling.textContent);
      said.textContent = _("Copied");
    } catch {
      said.textContent = copy
        ? _("The browser does not allow it; copy it from here: %(text)s", { text: copy })
        : _("The browser does not allow it; select the text instead");
    }
  });
  if (name) added.setAttribute("aria-label", name);
  added.className = "workshop-button";
  place.append(added, " ", said);
}
