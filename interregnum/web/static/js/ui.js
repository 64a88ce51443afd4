// What makes pages pleasanter; each page works without it.

import { sayWeight, startMixes } from "./mix.js";
import { startDrafts } from "./drafts.js";
import { startFinding } from "./find.js";
import { startInserts } from "./insert.js";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Dialogs: a link with data-dialog opens the <dialog> of that id; without JavaScript the link goes to a page.
function openDialog(event) {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (!dialog?.showModal) return;
  event.preventDefault();
  dialog.showModal();
}

// A press beside a dialog closes it; Escape does so by itself.
function closeDialog(event) {
  if (!(event.target instanceof HTMLDialogElement)) return;
  const box = event.target.getBoundingClientRect();
  const isInside = event.clientX >= box.left && event.clientX <= box.right
    && event.clientY >= box.top && event.clientY <= box.bottom;
  if (!isInside) event.target.close();
}

// Toasts: good news leaves after eight seconds unless the reader is on it; warnings and errors stay.
const GOOD_NEWS = new Set(["success", "info"]);
const LEAVES_AFTER = 8000;

function startToast(toast) {
  const button = toast.querySelector("[data-dismiss]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => toast.remove());
  }
  if (!GOOD_NEWS.has(toast.dataset.toast) || !toast.closest(".toasts:not(.in-page)")) return;
  const leave = () => {
    if (toast.matches(":hover, :focus-within")) setTimeout(leave, LEAVES_AFTER);
    else toast.remove();
  };
  setTimeout(leave, LEAVES_AFTER);
}

// The second press of a button would send the form twice: the server refuses that too, this only shows it.
function holdButtons(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  // After this turn, so that the name and value of the pressed button are still sent.
  setTimeout(() => {
    for (const button of all("button:not([type=button])", form)) {
      button.disabled = true;
      button.setAttribute("aria-busy", "true");
    }
  });
}

// Coming back with the browser's back button shows the page as it was left: buttons work again.
function releaseButtons() {
  for (const button of all("button[aria-busy]")) {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  }
}

// Theme: change at once, and remember as the form would.
function chooseTheme(event) {
  const button = event.target.closest("[data-theme-switch] button");
  if (!button) return;
  event.preventDefault();
  const theme = button.value;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `theme=${theme}; Path=/; SameSite=Lax; Max-Age=${theme ? 31536000 : 0}${secure}`;
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const each of all("[data-theme-switch] button")) {
    each.setAttribute("aria-pressed", String(each.value === theme));
  }
}

// "/" goes to the search box of the page, unless somebody is typing; Escape closes an open menu.
function keys(event) {
  if (event.key === "Escape") {
    const menu = event.target.closest?.("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    return;
  }
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const search = document.querySelector("[data-search]");
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
}

function closeMenus(event) {
  for (const menu of all("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
}

document.addEventListener("click", (event) => {
  openDialog(event);
  closeDialog(event);
  chooseTheme(event);
  closeMenus(event);
});
document.addEventListener("input", sayWeight);
document.addEventListener("submit", holdButtons);
document.addEventListener("keydown", keys);
window.addEventListener("pageshow", releaseButtons);

all("[data-toast]").forEach(startToast);
startMixes();
startDrafts();
startFinding();
startInserts();
document.querySelector("[data-focus]")?.focus();
