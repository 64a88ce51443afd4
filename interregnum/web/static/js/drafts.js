// What is typed in a form with data-draft="key" stays in this browser until it was sent and taken.

const PREFIX = "interregnum-draft:";
const SECRET = new Set(["csrfmiddlewaretoken", "once"]);
const UNKEPT = new Set(["password", "file", "hidden", "submit"]);
const KEPT_FOR = 14 * 24 * 60 * 60 * 1000;

const fieldsOf = (form) => [...form.elements].filter(
  (field) => field.name && !SECRET.has(field.name) && (isLine(field) || !UNKEPT.has(field.type)),
);
// Which line of a table this is; what is typed in a line stays with it.
const isLine = (field) => field.type === "hidden" && field.name.endsWith("-code");
const versionOf = (form) => form.elements.version?.value;

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

function keep(form, from, waits = false) {
  const draft = { at: Date.now(), from, waits, version: versionOf(form), fields: valuesOf(form) };
  try {
    localStorage.setItem(PREFIX + form.dataset.draft, JSON.stringify(draft));
  } catch {
    // A full or closed store loses only the convenience.
  }
}

function unseen(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

function restore(form, draft) {
  for (const [name, choice, was] of draft.fields) {
    const fields = fieldsOf(form).filter((each) => each.name === name);
    // A line for which there is no room any more goes along unseen, and is shown with what stands.
    if (fields.length === 0 && typeof was === "string" && was.trim()) form.append(unseen(name, was));
    for (const field of fields) {
      if (typeof was === "boolean") {
        if (field.value === choice) field.checked = was;
      } else if (field.tagName !== "SELECT" || [...field.options].some((option) => option.value === was)) {
        field.value = was;
      }
    }
  }
  form.querySelector("[data-draft-note]")?.removeAttribute("hidden");
  form.dispatchEvent(new Event("restored"));
  if (draft.version === undefined || draft.version === versionOf(form)) return;
  // The server then sees that this was typed beside an older version, and shows both.
  form.elements.version.value = draft.version;
  form.querySelector("[data-draft-older]")?.removeAttribute("hidden");
}

// What the server knows goes before a draft: it comes back only while the form begins as it did when the draft was
// begun. A form that carries its version brings the draft back always: the server compares the two.
function comesBack(form, draft, from) {
  return draft.version !== undefined && versionOf(form) !== undefined ? true : draft.from === from;
}

function startDraft(form) {
  const draft = read(form.dataset.draft);
  // A form that was refused shows what was typed: it goes on with the draft that it came from.
  const isRefused = form.querySelector(".error-summary") !== null;
  const from = isRefused && draft ? draft.from : JSON.stringify(valuesOf(form));
  const isBack = draft && !isRefused && JSON.stringify(draft.fields) !== from && comesBack(form, draft, from);
  if (isBack) restore(form, draft);
  if (isRefused && draft) keep(form, from);
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(form, from), 400);
  });
  form.querySelector("[data-draft-forget]")?.addEventListener("click", () => {
    localStorage.removeItem(PREFIX + form.dataset.draft);
    location.reload();
  });
  startSending(form, { waits: Boolean(isBack && draft.waits), keep: (waits) => keep(form, from, waits) });
}

// A form that says what happens without a connection is sent only when the server answers; until then it waits.
const ASK_AGAIN = 20_000;
const PATIENCE = 5_000;

async function isConnected() {
  try {
    const asked = fetch(import.meta.url, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return (await asked).ok;
  } catch {
    return false;
  }
}

function startSending(form, draft) {
  const note = form.querySelector("[data-draft-waits]");
  if (!note) return;
  let isSending = false;
  let again = 0;

  async function send(button) {
    clearTimeout(again);
    draft.keep(true);
    if (await isConnected()) {
      isSending = true;
      form.requestSubmit(button);
      return;
    }
    note.hidden = false;
    again = setTimeout(() => send(button), ASK_AGAIN);
  }

  form.addEventListener("submit", (event) => {
    if (isSending) return;
    event.preventDefault();
    send(event.submitter);
  });
  window.addEventListener("online", () => {
    if (!note.hidden) send(null);
  });
  window.addEventListener("pageshow", () => {
    isSending = false;
  });
  if (draft.waits) send(null);
}

// A form that is not there any more: what was typed for it is shown, so that it is not lost.
function showLeft(box) {
  const draft = read(box.dataset.draftLeft);
  const words = draft?.fields.filter(([, , was]) => typeof was === "string" && was.trim().length > 2) ?? [];
  if (words.length === 0) return;
  for (const [, , was] of words) {
    const line = document.createElement("li");
    line.textContent = was;
    box.querySelector("[data-draft-words]").append(line);
  }
  box.hidden = false;
}

export function startDrafts() {
  for (const { dataset } of document.querySelectorAll("[data-draft-clear]")) {
    // What was typed after it was saved stays.
    if (dataset.draftVersion && read(dataset.draftClear)?.version === dataset.draftVersion) continue;
    localStorage.removeItem(PREFIX + dataset.draftClear);
  }
  document.querySelectorAll("[data-draft-left]").forEach(showLeft);
  document.querySelectorAll("form[data-draft]").forEach(startDraft);
}
