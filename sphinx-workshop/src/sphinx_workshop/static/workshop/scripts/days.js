/**
 * A program on several pages: those of days, those that list days, and schedules of their own.
 *
 * Someone's program is shown on the first page with a schedule, and made of the sessions on all of them.
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
  const { elsewhere } = place.dataset; // on the page of one's program alone
  const isList = days()[0];
  // Where the calendar does not load, the list of days stays.
  if (isList && location.hash.startsWith("#session-")) leadOn().catch(() => {});
  if (isOwn && elsewhere === undefined) return location.replace(PROGRAM.href + location.search);
  if (isList && !isOwn) {
    place.append(make("div", { class: "workshop-bar" }, ...programLink(), zoneControl()));
    attachStars();
    return everyMinute(markToday);
  }
  // What a page with all sessions answers itself is elsewhere: one's own program, or the whole one.
  const away = isOwn ? ".workshop-views button:first-child" : ".workshop-program-link";
  addEventListener("click", (event) => {
    if (!(event.target instanceof Element && event.target.closest(away))) return;
    event.stopPropagation();
    if (isOwn) location.assign(PROGRAM);
  }, true);
  if (!isOwn || (await gather(elsewhere.split(" ").filter(Boolean)))) await program(place);
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

const PARTS = ".workshop-day, .workshop-session[id]";

/**
 * Bring the sessions of the program that the address asks for here; return whether they could be loaded.
 * @param {string[]} elsewhere the pages with sessions that this one has no link to
 */
async function gather(elsewhere) {
  const shared = asked("stars").split(",").map((id) => /** @type {const} */ ([id, ""]));
  const ids = new Map([...stars.value, ...shared]);
  try {
    const { itemsOf } = await import("./mine.js");
    const others = [...days().map(({ href }) => href), ...elsewhere];
    const pages = await Promise.all(others.map((page) => itemsOf(new URL(page, location.href), PARTS)));
    const here = all(PARTS);
    const start = make("div");
    here[0].before(start);
    /** The chosen sessions by the day's date, after its heading. @type {Record<string, HTMLElement[]>} */
    const found = {};
    for (const parts of [here, ...pages]) {
      /** @type {HTMLElement} */
      let day;
      for (const part of parts) {
        if (part.matches(".workshop-day")) day = part;
        else if (isChosen(part, ids)) (found[day.querySelector("time").dateTime] ??= [day]).push(part);
      }
    }
    for (const part of all(".workshop-day, .workshop-day-page, .workshop-schedule")) part.remove();
    for (const date of Object.keys(found).sort()) {
      const [day, ...items] = found[date];
      items.sort((a, b) => startOf(a) - startOf(b));
      start.before(day, make("ol", { class: "workshop-schedule", "data-whole": "" }, ...items));
    }
    return true;
  } catch {
    tell("days", _("The program could not be loaded. Try again when you are online."));
    return false;
  }
}

/** @param {HTMLElement} item of a session */
const startOf = (item) => Date.parse(item.querySelector("time").dateTime);
