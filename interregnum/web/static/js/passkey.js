// Passkeys: asks the browser for a credential and sends it with the form that carries data-passkey.
// Without JavaScript, or where the browser cannot, another way of signing in stands on the same page.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const letters = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const known = (list = []) => list.map((each) => ({ ...each, id: bytes(each.id) }));

function toCreate({ publicKey }, isPasswordless) {
  const selection = {
    ...publicKey.authenticatorSelection,
    residentKey: isPasswordless ? "required" : "discouraged",
    requireResidentKey: isPasswordless,
    ...(isPasswordless ? { userVerification: "required" } : {}),
  };
  return {
    ...publicKey,
    challenge: bytes(publicKey.challenge),
    user: { ...publicKey.user, id: bytes(publicKey.user.id) },
    excludeCredentials: known(publicKey.excludeCredentials),
    authenticatorSelection: selection,
  };
}

const toGet = ({ publicKey }) => ({
  ...publicKey,
  challenge: bytes(publicKey.challenge),
  allowCredentials: known(publicKey.allowCredentials),
});

// The parts of an answer, each as letters: the server reads the same words for a new key and for a known one.
function asJson(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = letters(credential.response[part]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return {
    id: credential.id,
    rawId: letters(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

const onPage = () => JSON.parse(document.getElementById("passkey-options").textContent);

async function fromServer(form) {
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return (await answer.json()).request_options;
}

async function credentialFor(form) {
  if (form.dataset.passkey === "create") {
    const isPasswordless = form.elements.passwordless?.checked ?? false;
    return navigator.credentials.create({ publicKey: toCreate(onPage(), isPasswordless) });
  }
  const options = form.dataset.passkey === "sign-in" ? await fromServer(form) : onPage();
  return navigator.credentials.get({ publicKey: toGet(options) });
}

async function ask(event) {
  const form = event.target;
  event.preventDefault();
  const failed = document.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  try {
    form.elements.credential.value = JSON.stringify(asJson(await credentialFor(form)));
    form.submit();
  } catch {
    failed.hidden = false;
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (window.PublicKeyCredential) {
    form.hidden = false;
    form.addEventListener("submit", ask);
  } else if (form.dataset.passkey !== "sign-in") {
    document.querySelector("[data-passkey-missing]").hidden = false;
  }
}
