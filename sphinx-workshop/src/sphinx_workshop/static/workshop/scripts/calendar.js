/** Makes a calendar of some sessions out of the published one; loaded when it is asked for. */
const END = "END:VCALENDAR\r\n";

/** What holds of a part, too: not where it is published, and nothing about all its entries. */
const OF_A_PART = /^(BEGIN|VERSION|PRODID|CALSCALE|NAME|X-WR-CALNAME|X-WR-TIMEZONE)[:;]/;

/**
 * Return a calendar with the entries of some sessions, each as published.
 * @param {string} text of the published calendar
 * @param {string[]} ids of sessions; an entry's UID begins with one, and a dot
 */
export function subset(text, ids) {
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
