// A button with data-insert puts its text where the reader was typing last in the form.

let last = null;

export function startInserts() {
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("[data-inserts] textarea")) last = event.target;
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    const field = button && (last?.isConnected ? last : button.closest("form").querySelector("textarea"));
    if (!field) return;
    field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, "end");
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
