/**
 * A program whose days have pages of their own: these, and the page that lists them.
 *
 * Someone's program is shown where the days are listed, and made of the sessions on their pages.
 */
import { all, asked, make, PROGRAM, tell } from "./page.js";
import { attachStars, isChosen, programLink, stars } from "./stars.js";
import { everyMinute, now, zoneControl } from "./time.js";

/** @typedef {HTMLAnchorElement} Link to the page of a day */

/** @returns {Link[]} */
const days = () => all(".workshop-day-page a");

/**
 * @param {HTMLElement} place of the controls
 * @param {(place: HTMLElement) => Promise<void>} program starts a page with sessions
 */
export async function startDays(place, program) {
  const isOwn = asked("view") || asked("stars");
  const isDay = document.querySelector(".workshop-days");
  // Where the calendar does not load, the list of days stays.
  if (!isDay && location.hash.startsWith("#session-")) leadOn().catch(() => {});
  if (isDay && isOwn) return location.replace(PROGRAM.href + location.search);
  if (!isDay && !isOwn) {
    place.append(make("div", { class: "workshop-bar" }, ...programLink(), zoneControl()));
    attachStars();
    return everyMinute(markToday);
  }
  // What a page with all sessions answers itself is elsewhere: one's own program, or the list of days.
  const away = isDay ? ".workshop-program-link" : ".workshop-views button:first-child";
  addEventListener("click", (event) => {
    if (!(event.target instanceof Element && event.target.closest(away))) return;
    event.stopPropagation();
    if (!isDay) location.assign(PROGRAM);
  }, true);
  if (isDay || (await gather())) await program(place);
}

/** Lead on to a session that was on this page before days had some: its calendar has the address. */
async function leadOn() {
  const file = `sessions/${location.hash.slice("#session-".length)}.ics`;
  const calendar = await (await fetch(new URL(file, PROGRAM))).text();
  const [, page] = calendar.replaceAll("\r\n ", "").match(/^URL:.*\/([^/]+\/?#session-.+)/m) ?? [];
  if (page) location.replace(new URL(page, PROGRAM));
}

/** Mark the day that is on. */
function markToday() {
  for (const link of days()) {
    const line = link.parentElement;
    const [start, end] = all("time", line).map(({ dateTime }) => Date.parse(dateTime));
    line.querySelector(".workshop-mark")?.remove();
    if (start <= now() && now() < end) line.prepend(make("span", { class: "workshop-mark" }, _("Now")), " ");
  }
}

/** Bring the sessions of the program that the address asks for here; return whether they could be loaded. */
async function gather() {
  const shared = asked("stars").split(",").map((id) => /** @type {const} */ ([id, ""]));
  const ids = new Map([...stars.value, ...shared]);
  try {
    const { itemsOf } = await import("./mine.js");
    const items = await Promise.all(days().map(({ href }) => itemsOf(href, ".workshop-session[id]")));
    const found = items.map((onDay) => onDay.filter((item) => isChosen(item, ids)));
    days().forEach(({ parentElement: line }, n) => {
      if (found[n][0]) line.replaceWith(make("ol", { class: "workshop-schedule", "data-whole": "" }, ...found[n]));
      else for (const part of [line.previousElementSibling, line]) part.remove();
    });
    return true;
  } catch {
    tell("days", _("The program could not be loaded. Try again when you are online."));
    return false;
  }
}
