// The search box of the bureau: arrow keys walk through what was found, Escape closes it; "c" writes down a call.

const links = (box) => [...box.querySelectorAll(".find-found a")];

function walk(event, box) {
  const found = links(box);
  if (!found.length) return;
  const here = found.indexOf(document.activeElement);
  const next = event.key === "ArrowDown" ? here + 1 : here - 1;
  event.preventDefault();
  if (next < 0) box.querySelector("input").focus();
  else found[Math.min(next, found.length - 1)].focus();
}

function keys(event) {
  const box = event.target.closest?.(".find");
  if (box) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") walk(event, box);
    if (event.key === "Escape") {
      box.querySelector(".find-found").replaceChildren();
      box.querySelector("input").focus();
    }
    return;
  }
  if (event.key !== "c" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, dialog, [contenteditable]")) return;
  const button = document.querySelector("[data-call]");
  if (!button) return;
  event.preventDefault();
  button.click();
}

// A press elsewhere closes what was found.
function close(event) {
  for (const box of document.querySelectorAll(".find")) {
    if (!box.contains(event.target)) box.querySelector(".find-found").replaceChildren();
  }
}

export function startFinding() {
  document.addEventListener("keydown", keys);
  document.addEventListener("click", close);
}
