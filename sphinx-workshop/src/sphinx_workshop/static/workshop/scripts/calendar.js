/** Saves a calendar of some sessions, made out of the published one; loaded when it is asked for. */
import { counted, make } from "./page.js";

const END = "END:VCALENDAR\r\n";

/**
 * Have the browser save a calendar of some sessions, and return what is said of that.
 * @param {string} text of the published calendar
 * @param {string[]} ids
 */
export function save(text, ids) {
  const calendar = new Blob([subset(text, ids)], { type: "text/calendar" });
  make("a", { href: URL.createObjectURL(calendar), download: "my-program.ics" }).click();
  return counted(ids.length, _n("Downloaded %(count)d session.", "Downloaded %(count)d sessions."));
}

/** What holds of a part, too: not where it is published, and nothing about all its entries. */
const OF_A_PART = /^(BEGIN|VERSION|PRODID|CALSCALE|NAME|X-WR-CALNAME|X-WR-TIMEZONE)[:;]/;

/**
 * Return a calendar with the entries of some sessions, each as published.
 * @param {string} text of the published calendar
 * @param {string[]} ids of sessions; an entry's UID begins with one, and a dot
 */
function subset(text, ids) {
  // A line that begins with a space continues the one before it.
  const [head, ...entries] = text.replace(END, "").split(/(?=^BEGIN:VEVENT\r)/m);
  const lines = head
    .split(/(?<=\r\n)(?! )/)
    .filter((line) => OF_A_PART.test(line))
    .map((line) => line.replace(/^((X-WR-CAL)?NAME:)/, "$1" + _("My program:") + " \r\n "));
  const chosen = entries.filter((entry) =>
    ids.some((id) => entry.replaceAll("\r\n ", "").includes(`\nUID:${id}.`)),
  );
  return [...lines, ...chosen, END].join("");
}
