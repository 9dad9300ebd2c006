/** What a program of several days, rooms, tracks or languages can be filtered by, too. */
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

/** @param {HTMLElement[]} items the sessions */
export const choices = (items) => ({
  day: choice(items, [_("Day"), _("All days"), _("the day")], dayOf, 0),
  room: choice(items, [_("Room"), _("All rooms"), _("the room")], roomOf),
});
