/** What a program in several rooms has otherwise: what is next in each, marks in tables, clashes. */
import { all, make, titleOf } from "./page.js";
import { hoursOf } from "./time.js";

/** @typedef {ReturnType<typeof hoursOf>} Session */

/** How many lines stand open over the schedule: a phone has room for these. */
const MANY = 4;

/** @param {HTMLElement} item */
const roomOf = (item) => item.querySelector(".workshop-room")?.textContent ?? "";

/** What begins first in each room, on the day of the first. @param {Session[]} ahead */
export function nextOf(ahead) {
  const inTime = [...ahead].sort((one, other) => one.start - other.start);
  /** @type {Record<string, number>} */
  const first = {};
  return inTime.filter(({ item, start }) => {
    const isToday = item.parentElement === inTime[0].item.parentElement;
    return isToday && start === (first[roomOf(item)] ??= start);
  });
}

const slots = new Map(all(".workshop-slot").map((slot) => [slot.dataset.object, slot]));

/** A session in the list, and in the table of rooms. @param {HTMLElement} item */
export const placesOf = (item) => [item, slots.get(item.dataset.object)].filter(Boolean);

/** What is said after its title. @param {HTMLElement} item */
export const where = (item) => roomOf(item) && `, ${roomOf(item)}`;

/** Lines by themselves, or folded where they are many. @param {string} word @param {HTMLElement[]} lines */
export const folded = (word, lines) =>
  lines.length > MANY ? [make("details", {}, make("summary", {}, `${word} (${lines.length})`), ...lines)] : lines;

/** Say of chosen sessions which others they overlap. @param {HTMLElement[]} chosen */
export function markClashes(chosen) {
  for (const old of all(".workshop-conflict")) old.remove();
  const hours = chosen.map(hoursOf);
  for (const one of hours) {
    const met = hours.filter((other) => other !== one && meet(one, other)).map(({ item }) => titleOf(item) + where(item));
    const words = _("At the same time as %(sessions)s", { sessions: met.join(" · ") });
    if (met[0]) one.item.querySelector(".workshop-head").append(make("p", { class: "workshop-conflict" }, words));
  }
}

/** Whether two sessions overlap, and neither is a part of the other. @param {Session} one @param {Session} other */
const meet = (one, other) =>
  one.start < other.end && other.start < one.end && !isBlock(one.item, other.item) && !isBlock(other.item, one.item);

/** @param {HTMLElement} item @param {HTMLElement} part */
const isBlock = (item, part) => item.dataset.object === `session:${part.dataset.block}`;
