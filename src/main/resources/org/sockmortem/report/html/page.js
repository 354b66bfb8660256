"use strict";
// What every page does: the theme, printing, and the words that scripts say.
const sockmortem = {
  words: JSON.parse(document.getElementById("words").textContent),

  say(key) {
    return this.words[key];
  },

  /** An element with these properties and children; text is only ever set as text. */
  element(name, properties = {}, children = []) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key === "class") {
        element.className = value;
      } else if (key.startsWith("aria-") || key.startsWith("data-") || key === "role") {
        element.setAttribute(key, value);
      } else {
        element[key] = value;
      }
    }
    element.append(...children);
    return element;
  },

  isDark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  },

  themed: [],

  /** Calls the function now and then whenever colours change. */
  onTheme(change) {
    this.themed.push(change);
  },

  changeTheme(theme) {
    if (theme) {
      document.documentElement.dataset.theme = theme;
    } else {
      delete document.documentElement.dataset.theme;
    }
    this.themed.forEach(change => change());
  },
};

(() => {
  const theme = document.getElementById("theme");
  theme.hidden = false;
  theme.addEventListener("click", () => sockmortem.changeTheme(sockmortem.isDark() ? "light" : "dark"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => sockmortem.themed.forEach(change => change()));

  const print = document.getElementById("print");
  print.hidden = false;
  print.addEventListener("click", () => window.print());
  let before = null;
  let closed = [];
  addEventListener("beforeprint", () => {
    before = document.documentElement.dataset.theme || "";
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach(details => { details.open = true; });
    sockmortem.changeTheme("light");
  });
  addEventListener("afterprint", () => {
    closed.forEach(details => { details.open = false; });
    sockmortem.changeTheme(before);
  });
})();
