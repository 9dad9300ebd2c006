/**
 * Time: the page's clock, and the reader's time zone beside the workshop's.
 *
 * `<time datetime>` is the only truth: the hours that a page prints are never read, and stay.
 * The zone comes from the address (`?zone=Asia/Tokyo`), else from what was chosen before, else from
 * the reader's device. A zone in the address holds for that page alone; choosing one remembers it and
 * puts it in the address. A time stands beside the workshop's where the two clocks differ.
 * `?now=2022-07-22T10:35-04:00` sets the clock, and it stands still there: so the link shows the
 * same to everyone, whenever it is opened.
 */
import { all, asked, keep, make, quoted, setAddress, tell } from "./page.js";

/** In milliseconds. */
export const DAY = 86_400_000;

// The clock ---------------------------------------------------------------------------------------

// In an address, a plus sign means a space.
const setTo = asked("now").replace(" ", "+");
const set = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(setTo) && Date.parse(setTo);

/** The present, in milliseconds. */
export const now = () => set || Date.now();

/** @type {(() => void)[]} */
const works = [];
let timer = 0;

function tick() {
  clearTimeout(timer);
  for (const work of works) work();
  // Aligned to the minute, so that what begins at 10:30 begins at 10:30.
  if (!set) timer = setTimeout(tick, 60_000 - (Date.now() % 60_000));
}

/** Do the work now, each minute, and when the page wakes up. @param {() => void} work */
export function everyMinute(work) {
  works.push(work);
  tick();
}

// Timers sleep with the laptop.
document.addEventListener("visibilitychange", tick);
addEventListener("pageshow", tick);

if (setTo) import("./clock.js").then(({ tellClock }) => tellClock(setTo, Boolean(set)));

// Zones -------------------------------------------------------------------------------------------

/** Names that some browsers still spell in an older way. @type {Record<string, string>} */
const RENAMED = {
  Calcutta: "Kolkata", Katmandu: "Kathmandu", Rangoon: "Yangon", Saigon: "Ho_Chi_Minh", Kiev: "Kyiv",
};

/** @param {string} zone */
const renamed = (zone) => zone.replace(/[^/]+$/, (place) => RENAMED[place] ?? place);

/** @type {Record<string, Intl.DateTimeFormat>} */
const formats = {};

/** Swedes write as ISO 8601 does: `2022-07-22 09:00`. @param {string} timeZone */
const format = (timeZone) =>
  (formats[timeZone] ??= new Intl.DateTimeFormat("sv", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  }));

/** Return the zone as it is spelled today, or nothing if there is none. @param {string} name */
export function known(name) {
  try {
    return name && renamed(format(name).resolvedOptions().timeZone);
  } catch {
    // No zone of this browser.
  }
}

/**
 * Return the day, the clock and the distance from UTC that a zone has at an instant.
 * @param {string} instant
 * @param {string} zone
 */
export function at(instant, zone) {
  const [day, clock] = format(zone).format(new Date(instant)).split(" ");
  const minutes = (Date.parse(`${day}T${clock}Z`) - Date.parse(instant)) / 60_000;
  const size = Math.abs(minutes);
  const distance = Math.floor(size / 60) + (size % 60 ? `:${size % 60}` : "");
  return { day, clock, offset: minutes ? `UTC${minutes < 0 ? "−" : "+"}${distance}` : "UTC" };
}

/** `Buenos Aires` for `America/Argentina/Buenos_Aires`. @param {string} zone */
const placeOf = (zone) => zone.replace(/.*\//, "").replaceAll("_", " ");

/** `Tokyo (UTC+9)`. @param {string[]} offsets */
const named = (offsets) =>
  chosen === "UTC" ? chosen : `${placeOf(chosen)} (${[...new Set(offsets)].join(_(" to "))})`;

const own = known(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? "UTC";
const kept = keep("zone.v1", _("time zones"), null, known, String);

/** The zone of the address, or the remembered one; the empty one stands for the workshop's alone. */
const current = () => known(asked("zone")) || kept.value;

let picked = current();
let chosen = picked ?? own;

/** The choice of a zone, on the pages that have a control for it. */
const select = make("select", {
  change() {
    setAddress({ zone: select.value });
    kept.change(() => select.value);
    kept.tell();
  },
});

function show() {
  picked = current();
  chosen = picked ?? own;
  select.value = chosen;
  if (select.selectedIndex < 0) select.append(make("option", { selected: "" }, chosen));
  annotate();
}
kept.watchers.push(show);
addEventListener("popstate", show);

/** Put the chosen zone's time beside each time of a part of the page. @param {Element} scope */
export function annotate(scope = document.body) {
  for (const old of all(".workshop-local", scope)) old.remove();
  document.documentElement.classList.remove("workshop-away"); // the room for what comes now
  if (!chosen) return;
  for (const time of hours(scope)) if (!endsRange(time)) annotateRange(time);
  for (const line of all(".workshop-day", scope)) {
    const times = hours(line.nextElementSibling ?? line);
    const offsets = times.map((time) => at(time.dateTime, chosen).offset);
    if (times.some(differs)) line.append(local(` · + ${named(offsets)}`));
  }
}

/** Whether the chosen zone has another clock than the page. @param {HTMLTimeElement} time */
function differs({ dateTime }) {
  const { day, clock } = at(dateTime, chosen);
  return !dateTime.startsWith(`${day}T${clock}`);
}

/** The times that tell an hour. @param {Element} [scope] */
const hours = (scope = document.body) => all("time[datetime*=T]", scope);

/** @param {Element} time */
const endsRange = (time) => time?.previousSibling?.nodeValue === "–";

/** @param {...(Node | string)} words */
const local = (...words) => make("span", { class: "workshop-local" }, ...words);

/** @param {HTMLTimeElement} start of a range, or a time by itself */
function annotateRange(start) {
  const next = start.nextElementSibling;
  const times = endsRange(next) ? [start, /** @type {HTMLTimeElement} */ (next)] : [start];
  // Sentences are left as they are until a zone is chosen: they would move.
  const inText = !start.closest(".workshop-time");
  if (!times.some(differs) || (picked === null && inText && !start.closest("dl, .workshop-presented"))) return;
  const there = times.map(({ dateTime }) => at(dateTime, chosen));
  // From the day that it stands under, where it begins; one mark at the end is for both.
  const shifts = there.map(({ day }) => Date.parse(day) - Date.parse(start.dateTime.slice(0, 10)));
  // Where the page prints the day with the hour, so does the reader's time.
  const dated = start.textContent.length > 5;
  const words = there.flatMap(({ day, clock }, n) => [
    n ? "–" : "",
    dated ? `${longDay(day)}, ${clock}` : clock,
    dated || shifts[n] === shifts[n + 1] ? "" : dayMark(shifts[n] / DAY),
  ]);
  // On a schedule, the line over the day has the zone's name.
  const isNamed = !start.closest(".workshop-schedule, .workshop-now");
  const name = isNamed ? (inText ? `, ${placeOf(chosen)}` : ` ${named([there[0].offset])}`) : "";
  const whole = inText ? [" (", ...words, `${name})`] : [...words, name];
  if (start.matches("span > *")) times.at(-1).parentElement.append(local(...whole));
  else times.at(-1).after(local(...whole));
}

/** `+1`, to be heard as `+1 day`. @param {number} days */
function dayMark(days) {
  if (!days) return "";
  const n = Math.abs(days);
  const unit = make("span", { class: "workshop-heard" }, " ", _n("day", "days")[_plural(n)]);
  return make("span", { class: "workshop-day-mark" }, ` ${days < 0 ? "−" : "+"}${n}`, unit);
}

/** @param {string} day */
const longDay = (day) => new Date(day).toLocaleDateString(_language, { timeZone: "UTC", dateStyle: "long" });

/** A zone by its place, so that typing `Tok` finds it. @param {string} value */
const option = (value, words = placeOf(value)) => make("option", { value }, words);

/** Return the control that adds a zone to the page's times; there is one on a page. */
export function zoneControl() {
  /** @type {Record<string, HTMLElement>} */
  const regions = {};
  for (const zone of Intl.supportedValuesOf?.("timeZone").map(renamed) ?? []) {
    const [label, place] = zone.split("/");
    if (place) (regions[label] ??= make("optgroup", { label })).append(option(zone));
  }
  select.append(
    option("", _("Program’s zone")),
    option(own, _("My zone, %(place)s", { place: placeOf(own) })),
    option("UTC"),
    ...Object.values(regions),
  );
  show();
  const zone = asked("zone");
  if (zone && !known(zone)) {
    tell("zone", _("%(zone)s is not a time zone that this browser knows.", { zone: quoted(zone) }));
  }
  return make("label", { class: "workshop-zone" }, make("span", {}, _("Times")), select);
}

// Sessions ----------------------------------------------------------------------------------------

/** When a session is: its times, as elements and as instants; never, if cancelled. @param {HTMLElement} item */
export function hoursOf(item) {
  const [from, to] = all(".workshop-time time", item);
  const [start, end] = [from, to].map(({ dateTime }) => Date.parse(item.dataset.cancelled ?? dateTime));
  const midnight = Date.parse(`${from.dateTime.slice(0, 10)}T00:00${from.dateTime.slice(16)}`);
  return { item, from, to, start, end, midnight };
}

/** Load what a program in several rooms has otherwise; nothing where it is in one. */
export const loadRooms = async () =>
  document.querySelector(".workshop-session .workshop-room") && import("./rooms.js");

/**
 * Say what is on, and what is next, unless all hours of the page have long passed.
 * @param {Parameters<typeof import("./now.js").nowAndNext>} given
 */
export async function nowAndNext(...given) {
  const isAhead = hours().some(({ dateTime }) => Date.parse(dateTime) + DAY > now());
  if (isAhead || given[0]?.hidden === false) await (await import("./now.js")).nowAndNext(...given);
}
