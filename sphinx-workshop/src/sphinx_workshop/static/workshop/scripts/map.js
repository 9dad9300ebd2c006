/** Says the title of what has the pointer or the focus on a map; a second tap follows the link. */
import { all } from "./page.js";

/** @param {HTMLElement} map */
export function nameParts(map) {
  const line = map.querySelector(".workshop-map-title");
  /** What was tapped last. @type {Element} */
  let tapped;
  let isFirst = false;
  for (const link of all("svg a", map)) {
    const say = () => (line.textContent = link.querySelector("title").textContent);
    link.addEventListener("pointerenter", say);
    link.addEventListener("focus", say);
    link.addEventListener("pointerdown", ({ pointerType }) => {
      isFirst = pointerType !== "mouse" && tapped !== link;
      tapped = link;
    });
    link.addEventListener("click", (event) => {
      if (isFirst) event.preventDefault();
      isFirst = false;
    });
  }
}
