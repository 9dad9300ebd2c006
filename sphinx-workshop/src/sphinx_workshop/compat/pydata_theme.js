/**
 * Does what pages need of pydata-sphinx-theme's scripts, without Bootstrap: the color mode, menus,
 * tips, the dialogs of narrow screens, the contents beside a page, keys for what scrolls sideways.
 *
 * Private: ids, classes and attributes of the theme's templates (pydata-sphinx-theme 0.24), and the
 * names under which its inline script finds the mode, in the place of which this stands in the head.
 * Reason: the theme's own 98 kB of scripts are most of what a page loads. `pydata_theme.py` lists what
 * this does not serve.
 */
{
  /** @param {string} selector @param {ParentNode} [scope] @returns {HTMLElement[]} */
  const all = (selector, scope = document) => [...scope.querySelectorAll(selector)];

  /** @param {string} id */
  const named = (id) => document.getElementById(id);

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag @param {string} name @param {...(Node | string)} children
   */
  const make = (tag, name, ...children) => {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...children);
    return made;
  };

  const root = document.documentElement;

  // The color mode --------------------------------------------------------------------------------

  const dark = matchMedia("(prefers-color-scheme: dark)");

  // The script stands in the head, and so says the mode before anything is painted.
  let kept = "";
  try {
    kept = localStorage.mode;
  } catch {
    // There is none.
  }

  /** @param {string} [wanted] `light` or `dark`, or else what the system says */
  const setMode = (wanted) => {
    const mode = /^(light|dark)$/.test(wanted) ? wanted : "auto";
    const theme = mode !== "auto" ? mode : dark.matches ? "dark" : "light";
    Object.assign(root.dataset, { mode, theme });
    for (const menu of all(".dropdown-menu")) {
      menu.classList.toggle("dropdown-menu-dark", theme === "dark");
    }
    for (const choice of all(".theme-change-button")) {
      choice.classList.toggle("active", choice.dataset.mode === mode);
    }
    try {
      localStorage.setItem("mode", mode);
      localStorage.setItem("theme", theme);
    } catch {
      // Kept for this page alone.
    }
  };
  setMode(kept);
  dark.addEventListener("change", () => setMode(root.dataset.mode));

  // Pages have an empty element in the place of the theme's choice, which takes that place at once.
  customElements.define(
    "color-mode",
    class extends HTMLElement {
      connectedCallback() {
        this.outerHTML = `$choice`;
      }
    },
  );

  addEventListener("DOMContentLoaded", () => {
    setMode(root.dataset.mode); // for the menus, which are there now
    for (const choice of all(".theme-change-button")) {
      choice.addEventListener("click", () => setMode(choice.dataset.mode));
    }

    // Menus -----------------------------------------------------------------------------------------

    for (const toggle of all("[data-bs-toggle=dropdown]")) {
      const box = toggle.parentElement;
      const [menu] = all(".dropdown-menu", box);
      const isOpen = () => menu.classList.contains("show");

      /** @param {boolean} open */
      const show = (open) => {
        for (const part of [toggle, menu]) part.classList.toggle("show", open);
        toggle.ariaExpanded = `${open}`;
        // At the left edge of a dialog, there is no room to its left.
        const top = `${toggle.offsetTop + toggle.offsetHeight}px`;
        if (menu.getBoundingClientRect().left < 0) Object.assign(menu.style, { left: 0, right: "auto", top });
      };
      show(false);
      menu.dataset.bsPopper = "static"; // so the stylesheet places it
      document.addEventListener("click", ({ target }) =>
        show(toggle.contains(/** @type {Node} */ (target)) && !isOpen()),
      );
      document.addEventListener("keyup", ({ key, target }) => {
        if (key === "Tab" && !box.contains(/** @type {Node} */ (target))) show(false);
      });
      box.addEventListener("keydown", (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step && !(event.key === "Escape" && isOpen())) return;
        event.preventDefault();
        event.stopPropagation(); // a dialog around it stays
        show(Boolean(step));
        const items = all(".dropdown-item", menu);
        const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
        const next = at < 0 && step < 0 ? items.length - 1 : at + step;
        (step ? items[next] : toggle)?.focus();
      });
    }

    // Tips, for a pointer or the focus that stays ------------------------------------------------------

    for (const place of all("[data-bs-toggle=tooltip]")) {
      const words = place.title;
      const arrow = make("div", "tooltip-arrow");
      const tip = make("div", "tooltip bs-tooltip-bottom show", arrow, make("div", "tooltip-inner", words));
      tip.role = "tooltip";
      tip.style.position = "fixed";
      arrow.style.position = "absolute";
      place.title = ""; // no second tip from the browser
      if (!place.textContent.trim()) place.ariaLabel ??= words;

      const show = () => {
        if (all(".show", place).length) return; // its menu is open
        document.body.append(tip);
        const { left, width, bottom } = place.getBoundingClientRect();
        const middle = left + width / 2;
        const room = document.body.clientWidth - tip.offsetWidth;
        const start = Math.round(Math.max(0, Math.min(middle - tip.offsetWidth / 2, room)));
        Object.assign(tip.style, { left: `${start}px`, top: `${bottom + 6}px` });
        arrow.style.left = `${middle - start - arrow.offsetWidth / 2}px`;
      };
      let timer = 0;
      /** @param {() => void} work @param {number} pause @param {...string} events */
      const after = (work, pause, ...events) => {
        for (const event of events) {
          place.addEventListener(event, () => {
            clearTimeout(timer);
            timer = setTimeout(work, pause);
          });
        }
      };
      after(show, 500, "mouseenter", "focusin");
      after(() => tip.remove(), 100, "mouseleave", "focusout");
      after(() => tip.remove(), 0, "click", "keydown");
    }

    // The dialogs of narrow screens, which hold what stands beside the page on wide ones --------------

    for (const side of ["primary", "secondary"]) {
      const [toggle] = all(`.${side}-toggle`);
      const dialog = /** @type {HTMLDialogElement} */ (named(`pst-${side}-sidebar-modal`));
      const sidebar = named(`pst-${side}-sidebar`);
      if (!toggle || !dialog || !sidebar) continue;

      /** Nodes, and the classes that style them. @param {HTMLElement} from @param {HTMLElement} to */
      const move = (from, to) => {
        to.append(...from.childNodes);
        to.className = from.className;
        from.className = "";
      };
      /** Those of the dialog and its backdrop, not of what it holds. */
      const animations = () =>
        dialog
          .getAnimations({ subtree: true })
          .filter(({ effect }) => /** @type {KeyframeEffect} */ (effect).target === dialog);

      toggle.addEventListener("click", () => {
        if (sidebar.className) move(sidebar, dialog);
        dialog.showModal();
        toggle.ariaExpanded = "true";
        dialog.focus(); // rather than its first control, which would be marked after a tap too
      });
      dialog.addEventListener("click", ({ target, clientX, clientY }) => {
        const { left, right, top, bottom } = dialog.getBoundingClientRect();
        const inside = left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
        if (target === dialog && !inside) dialog.close();
      });
      // Scripts of Sphinx may have taken the key away from browsers.
      dialog.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        dialog.close();
      });
      dialog.addEventListener("close", async () => {
        toggle.ariaExpanded = "false";
        await Promise.allSettled(animations().map(({ finished }) => finished));
        if (!dialog.open && dialog.className) move(dialog, sidebar);
      });
      // Where the window becomes wide enough for both, the button goes.
      new ResizeObserver(() => {
        if (!dialog.open || toggle.getClientRects().length) return;
        dialog.close();
        for (const animation of animations()) animation.cancel();
      }).observe(toggle);
    }

    // The navigation of a section stays where it was scrolled to ---------------------------------------

    const [sidebar] = all(".bd-docs-nav").length ? all(".bd-sidebar") : [];
    if (sidebar) {
      const key = "sidebar-scroll-top";
      sidebar.scrollTop = Number(sessionStorage.getItem(key));
      const active = all(".bd-docs-nav .active", sidebar).at(-1);
      const { top, height } = sidebar.getBoundingClientRect();
      const place = active ? active.getBoundingClientRect().top - top : 0;
      if (place < 0 || place > height) sidebar.scrollTop += place - height / 4;
      addEventListener("pagehide", () => sessionStorage.setItem(key, `${sidebar.scrollTop}`));
    }

    // The contents beside a page mark what is read -----------------------------------------------------

    const contents = named("pst-page-toc-nav");
    if (contents) {
      const links = /** @type {HTMLAnchorElement[]} */ (all("a", contents));
      /** @type {Map<Element, HTMLAnchorElement>} */
      const headings = new Map();
      for (const link of links) {
        const target = named(decodeURIComponent(link.hash.slice(1)));
        if (target) headings.set(target.querySelector("h1, h2, h3, h4, h5, h6") ?? target, link);
      }

      /** @param {HTMLAnchorElement} current */
      const mark = (current) => {
        for (const link of links) link.ariaCurrent = link === current ? "true" : null;
        for (const part of all("a, .toc-entry", contents)) {
          part.classList.toggle("active", part.contains(current));
        }
      };

      /** Until when a link that was followed is marked, wherever its heading comes to stand. */
      let held = 0;
      const follow = () => {
        const link = links.find(({ hash }) => hash && hash === location.hash);
        if (!link) return;
        held = Date.now() + 1_000;
        mark(link);
      };
      addEventListener("hashchange", follow);
      addEventListener("click", ({ target }) => {
        if (/** @type {Element} */ (target).closest?.("a")?.href === location.href) follow();
      });
      for (const event of ["wheel", "touchstart", "keydown", "mousedown"]) {
        addEventListener(event, () => (held = 0), { passive: true });
      }

      /** @type {IntersectionObserver} */
      let observer;
      const observe = () => {
        observer?.disconnect();
        // From below the header to a third of the window.
        const rootMargin = `-${named("pst-header")?.offsetHeight ?? 0}px 0px -70% 0px`;
        observer = new IntersectionObserver(
          (entries) => {
            const last = entries.findLast((entry) => entry.isIntersecting);
            if (last && Date.now() > held) mark(headings.get(last.target));
          },
          { rootMargin },
        );
        for (const heading of headings.keys()) observer.observe(heading);
      };
      addEventListener("resize", observe);
      observe();
      follow();
    }

    // What is wider than its place can be scrolled by keys ---------------------------------------------

    const sizes = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        const isWider = target.scrollWidth > target.clientWidth;
        const isHigher = target.scrollHeight > target.clientHeight;
        /** @type {HTMLElement} */ (target).tabIndex = isWider || isHigher ? 0 : -1;
      }
    });
    for (const part of all("pre, .pst-scrollable-table-container")) sizes.observe(part);
  });
}
