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
    return draft && Date.now() - draft.at < KEPT_FOR ? draft.fields : null;
  } catch {
    return null;
  }
}

function keep(form) {
  const fields = fieldsOf(form).map((field) => {
    const isChoice = field.type === "checkbox" || field.type === "radio";
    return [field.name, isChoice ? field.value : "", isChoice ? field.checked : field.value];
  });
  try {
    localStorage.setItem(PREFIX + form.dataset.draft, JSON.stringify({ at: Date.now(), fields }));
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

// What the server filled in goes before a draft: only an untouched, empty form gets one back.
const isEmpty = (form) => fieldsOf(form).every(
  (field) => ["checkbox", "radio", "range", "number"].includes(field.type) || field.tagName === "SELECT" || !field.value,
);

export function startDrafts() {
  for (const { dataset } of document.querySelectorAll("[data-draft-clear]")) {
    localStorage.removeItem(PREFIX + dataset.draftClear);
  }
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const fields = read(form.dataset.draft);
    if (fields && isEmpty(form)) restore(form, fields);
    let waiting = 0;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => keep(form), 400);
    });
  }
}
