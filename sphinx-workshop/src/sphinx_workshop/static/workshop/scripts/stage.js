/** The event's stage on the home page: what comes next, from the dates that the page prints. */
import { all, make, PROGRAM, titleOf } from "./page.js";
import { annotate, everyMinute, now } from "./time.js";

/** The deadline that the call is open until. */
const SUBMISSION = "deadline:submission";

/** @param {HTMLTimeElement} time @returns {number} the instant at which it has passed everywhere */
const passed = ({ dateTime }) =>
  dateTime.includes("T") ? Date.parse(dateTime) : Date.parse(`${dateTime}T12:00Z`) + 86_400_000;

/** @param {HTMLElement} line the empty line in the hero */
export function stage(line) {
  const { kind } = line.dataset;
  const facts = line.parentElement.querySelector(".workshop-facts");
  const [first, last = first] = facts.querySelectorAll("time:not([datetime*=T])");
  const [opens, closes] = facts.querySelectorAll("time[datetime*=T]");
  const zone = opens?.dateTime.slice(16) || "Z";
  const start = Date.parse(`${first.dateTime}T00:00${zone}`);
  const over = closes ? passed(closes) : Date.parse(`${last.dateTime}T00:00${zone}`) + 86_400_000;
  const deadlines = all(".workshop-deadlines > [data-object]").map(
    (item) => ({ id: item.dataset.object, time: item.querySelector("time"), item }),
  );

  // The zone is written behind the last hour.
  /** @param {HTMLTimeElement} time */
  const clock = (time) => make("span", {}, time.cloneNode(true), closes.nextSibling.cloneNode());

  /** @returns {(Node | string)[]} */
  function words() {
    const present = now();
    const days = first === last ? [first] : _parts("%(start)s to %(end)s", { start: first, end: last });
    if (present >= over) return _parts("The %(kind)s took place on %(days)s.", { kind, ...days });
    if (present >= start) {
      if (!PROGRAM) return [_("The %(kind)s is on.", { kind })];
      const link = make("a", { href: PROGRAM.href }, _("the program"));
      if (!opens || first !== last) return _parts("The %(kind)s is on: see %(program)s.", { kind, program: link });
      const soon = present < passed(opens);
      return soon
        ? _parts("Today: %(program)s begins at %(hour)s.", { program: link, hour: clock(opens) })
        : _parts("Today: %(program)s is on, until %(hour)s.", { program: link, hour: clock(closes) });
    }
    const open = deadlines.some(({ id, time }) => id === SUBMISSION && present < passed(time));
    const next = deadlines.find(({ time }) => present < passed(time) && time.dateTime < first.dateTime);
    if (open && next?.id === SUBMISSION) return _parts("The call is open until %(day)s.", { day: next.time });
    const call = open || !deadlines.some(({ id }) => id === SUBMISSION) ? [] : [_("The call is closed."), " "];
    if (next) {
      const deadline = titleOf(next.item);
      return [...call, ..._parts("%(deadline)s: %(day)s.", { deadline, day: next.time })];
    }
    return [...call, ..._parts("The %(kind)s takes place on %(days)s.", { kind, ...days })];
  }

  let shown = "";
  everyMinute(() => {
    const copies = words().map((word) => (typeof word === "string" ? word : word.cloneNode(true)));
    const said = make("p", {}, ...copies);
    if (said.textContent === shown) return;
    shown = said.textContent;
    line.replaceChildren(...said.childNodes);
    annotate(line);
  });
}
