/**
 * Opens the search: by its button, by Ctrl or ⌘ K, by a slash. Until then, nothing of it is loaded.
 */

import { UNLOADED, make } from "./page.js";

const form = document.querySelector("form.site-search");
const dialog = form?.closest("dialog"); // the search page has none
const command = navigator.platform.startsWith("Mac") ? "metaKey" : "ctrlKey";

/** What stands below the field when something could not be loaded. */
const broken = make("p", { class: "site-search-broken", role: "alert", hidden: "" }, UNLOADED);
form?.firstElementChild.after(broken);

/** Load the panel, and do something there. @param {"start" | "openFirst"} what */
async function panel(what) {
  try {
    (await import("./search-panel.js"))[what](form);
  } catch {
    broken.hidden = false;
  }
}

function open() {
  if (dialog && !dialog.open) dialog.showModal();
  const field = form.querySelector("input");
  field.focus();
  field.select();
  panel("start");
}

/** @param {KeyboardEvent} event */
function asksForSearch(event) {
  if (event.altKey || event.isComposing) return false;
  const commands = event.ctrlKey || event.metaKey;
  if (event.key.toLowerCase() === "k") return event[command] && !event.shiftKey;
  // On many keyboards, a slash takes the shift key.
  const target = /** @type {Element} */ (event.target);
  const writes = target.closest("input, textarea, select, [contenteditable]");
  return event.key === "/" && !writes && !commands;
}

document.addEventListener("keydown", (event) => {
  if (!form || !asksForSearch(event)) return;
  event.preventDefault();
  open();
});

for (const button of document.querySelectorAll(".site-search-button")) {
  button.addEventListener("click", (event) => {
    // With a key held down, the link leads to the search page, in a tab of its own.
    if (!form || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  panel("openFirst");
});

if (dialog) {
  // Where it is written, a part of the page may be folded away.
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    // Beside the form there is but the backdrop. A hit may be on this very page.
    if (target === dialog || target.closest("a, .site-search-close")) dialog.close();
  });
} else if (form) open();
