/** Copies what a button has to copy, and says whether it could; loaded when one is pressed. */
import { make } from "./page.js";

/** @param {HTMLElement} button its text, on one line, or empty for what stands before its paragraph */
export async function copy(button) {
  const text = button.dataset.copy;
  if (!button.nextElementSibling?.matches("[role=status]")) button.after(make("span", { role: "status" }));
  const said = button.nextElementSibling;
  try {
    await navigator.clipboard.writeText(text || button.parentElement.previousElementSibling.textContent);
    said.textContent = _("Copied");
  } catch {
    said.textContent = text
      ? _("The browser does not allow copying; copy from here: %(text)s", { text })
      : _("The browser does not allow copying; select the text instead");
  }
}
