// What is typed in a form with data-draft="key" stays in this browser until it was sent and taken.

const PREFIX = "interregnum-draft:";
const SECRET = new Set(["csrfmiddlewaretoken", "once"]);
const KEPT_FOR = 14 * 24 * 60 * 60 * 1000;

const fieldsOf = (form) => [...form.elements].filter(
  (field) => field.name && !SECRET.has(field.name) && !["password", "file", "hidden", "submit"].includes(field.type),
);

function read(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(PREFIX + key));
    return draft && Date.now() - draft.at < KEPT_FOR ? draft : null;
  } catch {
    return null;
  }
}

const valuesOf = (form) => fieldsOf(form).map((field) => {
  const isChoice = field.type === "checkbox" || field.type === "radio";
  return [field.name, isChoice ? field.value : "", isChoice ? field.checked : field.value];
});

function keep(form, from) {
  try {
    localStorage.setItem(PREFIX + form.dataset.draft, JSON.stringify({ at: Date.now(), from, fields: valuesOf(form) }));
  } catch {
    // A full or closed store loses only the convenience.
  }
}

function restore(form, fields) {
  for (const [name, choice, was] of fields) {
    for (const field of fieldsOf(form).filter((each) => each.name === name)) {
      if (typeof was === "boolean") {
        if (field.value === choice) field.checked = was;
      } else if (field.tagName !== "SELECT" || [...field.options].some((option) => option.value === was)) {
        field.value = was;
      }
    }
  }
  form.querySelector("[data-draft-note]")?.removeAttribute("hidden");
}

// What the server knows goes before a draft: it comes back only while the form begins as it did when the draft was begun.
function startDraft(form) {
  const draft = read(form.dataset.draft);
  // A form that was refused shows what was typed: it goes on with the draft that it came from.
  const isRefused = form.querySelector(".error-summary") !== null;
  const from = isRefused && draft ? draft.from : JSON.stringify(valuesOf(form));
  if (draft && !isRefused && draft.from === from) restore(form, draft.fields);
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(form, from), 400);
  });
}

export function startDrafts() {
  for (const { dataset } of document.querySelectorAll("[data-draft-clear]")) {
    localStorage.removeItem(PREFIX + dataset.draftClear);
  }
  document.querySelectorAll("form[data-draft]").forEach(startDraft);
}
