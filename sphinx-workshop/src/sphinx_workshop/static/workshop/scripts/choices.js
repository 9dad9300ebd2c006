/** What a program of several days, rooms, tracks or languages can be filtered by, too; its tables. */
import { all } from "./page.js";
import { choice } from "./filters.js";

/** @typedef {[string, string]} Option a value in the address, and its words */

/** The day that an item stands under. @param {HTMLElement} item @returns {Option[]} */
function dayOf(item) {
  /** @type {Element} */
  let before = item.parentElement;
  do before = before.previousElementSibling;
  while (before && !before.matches(".workshop-day"));
  const day = before?.querySelector("time");
  return day ? [[day.dateTime, day.textContent]] : [];
}

/** @param {HTMLElement} item @returns {Option[]} */
const roomOf = (item) => all(".workshop-room", item).map(({ textContent: room }) => [room, room]);

/** @param {HTMLElement} item @returns {Option[]} */
const trackOf = ({ dataset: { track } }) => (track ? [[track, track]] : []);

const names = new Intl.DisplayNames(_language, { type: "language" });

/** What a session has of its own, else the site's. @param {HTMLElement} item @returns {Option[]} */
function languageOf({ dataset: { language = document.documentElement.lang || _language } }) {
  return [[language, names.of(language)]];
}

/** @param {HTMLElement[]} items the sessions */
export const choices = (items) => ({
  day: choice(items, [_("Day"), _("All days"), _("the day")], dayOf, 0),
  track: choice(items, [_("Track"), _("All tracks"), _("the track")], trackOf),
  room: choice(items, [_("Room"), _("All rooms"), _("the room")], roomOf),
  language: choice(items, [_("Language"), _("All languages"), _("the language")], languageOf),
});

/** Leave in the tables of rooms what is shown in the lists. @param {Set<HTMLElement>} shown */
export function showInTables(shown) {
  const ids = new Set([...shown].map(({ dataset }) => dataset.object));
  for (const grid of all(".workshop-grid")) {
    grid.dataset.shown = /** @type {HTMLElement} */ (grid.nextElementSibling).dataset.shown;
  }
  for (const slot of all(".workshop-slot")) slot.hidden = !ids.has(slot.dataset.object);
  for (const part of all(".workshop-grid :is(tr, td, ol)")) {
    part.toggleAttribute("data-off", !part.querySelector(".workshop-slot:not([hidden])"));
  }
}
