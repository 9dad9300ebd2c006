/**
 * Says in each line of `views/status.py` what the hour makes of it. Stands in the head of pages with
 * such a line, and so says it before the line is painted: nothing moves, and a site that is left in
 * an earlier state tells of no open call that is closed. `stage.js` has it said again each minute.
 */
{
  const HOUR = 3_600_000;
  const DAY = 24 * HOUR;

  /** When a day or an hour has passed, for a day everywhere. @param {string} when */
  const passed = (when) =>
    when.includes("T") ? Date.parse(when) : Date.parse(`${when}T12:00Z`) + DAY;

  /** @param {string} tag @param {Record<string, string>} attributes @param {...(Node | string)} children */
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  /** @param {string} datetime @param {string} [words] the hour unless given */
  const time = (datetime, words = datetime.slice(11, 16)) => make("time", { datetime }, words);

  /** `5 days, 3 hours`. @param {number} left in milliseconds */
  const duration = (left) => {
    const [days, hours, minutes] = [left / DAY, (left % DAY) / HOUR, (left % HOUR) / 60_000].map(Math.floor);
    /** @type {[number, string][]} */
    const parts = days ? [[days, "day"], [hours, "hour"]] : [[hours, "hour"], [minutes, "minute"]];
    return parts
      .filter(([count]) => count)
      .map(([value, unit]) => value.toLocaleString(_language, { style: "unit", unit, unitDisplay: "long" }))
      .join(", ");
  };

  /** What is left of the time, and the end of it on the reader's clock. @param {string} when @param {number} present */
  const left = (when, present) => {
    const words = duration(passed(when) - present);
    const said = words ? [_("%(time)s left", { time: words })] : [];
    if (when.includes("T")) {
      const there = new Date(when);
      const own = there.toLocaleString(_language, { dateStyle: "long", timeStyle: "short" });
      said.push(_("%(time)s in your time zone", { time: own }));
    }
    return said.length ? [make("span", { class: "workshop-detail" }, said.join(" · "))] : [];
  };

  /** @typedef {{ id: string, title: string, when: string, words: string }} Deadline */
  /** @typedef {{ kind: string, days: string[][], start: string, over: string, opens?: string, zone?: string, program?: string, dates?: Deadline[] }} Facts */

  /** @param {Facts} facts as `views/status.py` writes them @param {number} present @returns {(Node | string)[]} */
  const words = ({ kind, days: written, start, over, opens, zone, program, dates }, present) => {
    const [first, last] = written.map(([day, said]) => time(day, said));
    const days = last
      ? _parts("from %(start)s to %(end)s", { start: first, end: last })
      : _parts("on %(start)s", { start: first });
    if (present >= Date.parse(over)) return _parts("The %(kind)s took place %(days)s.", { kind, ...days });
    if (present >= Date.parse(start)) {
      if (!program) return [_("The %(kind)s is on.", { kind })];
      const link = make("a", { href: program }, _("the program"));
      if (!opens || last) return _parts("The %(kind)s is on: see %(program)s.", { kind, program: link });
      /** @param {string} hour */
      const clock = (hour) => make("span", {}, time(hour), ` ${zone}`);
      return present < Date.parse(opens)
        ? _parts("Today: %(program)s begins at %(hour)s.", { program: link, hour: clock(opens) })
        : _parts("Today: %(program)s is on, until %(hour)s.", { program: link, hour: clock(over) });
    }
    const ahead = (dates ?? []).filter(({ when }) => present < passed(when));
    const call = (dates ?? []).find(({ id }) => id === "submission");
    const open = ahead.includes(call);
    const [next] = ahead;
    const day = next && time(next.when, next.words);
    if (open && next === call) {
      return [..._parts("The call is open until %(day)s.", { day }), ...left(call.when, present)];
    }
    const closed = call && !open ? [_("The call is closed."), " "] : [];
    if (next) return [...closed, ..._parts("%(deadline)s: %(day)s.", { deadline: next.title, day })];
    return [...closed, ..._parts("The %(kind)s takes place %(days)s.", { kind, ...days })];
  };

  /** @param {HTMLElement} line @param {number} present */
  const say = (line, present) => {
    const said = make("p", {}, ...words(JSON.parse(line.dataset.status), present));
    if (said.textContent === line.dataset.said) return;
    line.dataset.said = said.textContent;
    line.replaceChildren(...said.childNodes);
  };

  // As in `time.js`, which comes too late to be asked.
  const asked = (new URLSearchParams(location.search).get("now") ?? "").replace(" ", "+");
  const set = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(asked) && Date.parse(asked);
  const present = set || Date.now();

  const begin = () => {
    for (const line of document.querySelectorAll(".workshop-stage[data-status]:not([data-said])")) {
      // A line with nothing behind it may not be there as a whole.
      if (document.readyState === "loading" && !line.nextSibling && !line.parentNode.nextSibling) continue;
      say(line, present);
      line.addEventListener("workshop-minute", (event) => say(line, /** @type {CustomEvent} */ (event).detail));
    }
  };
  const watch = new MutationObserver(begin);
  watch.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    watch.disconnect();
    begin();
  });
}
