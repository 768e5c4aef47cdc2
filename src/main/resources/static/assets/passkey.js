// Passkeys need a script. Where there is none, or the browser has no passkeys, these forms stay hidden and every other way is open.
"use strict";
(() => {
  const forms = document.querySelectorAll("form[data-passkey]");
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  for (const without of document.querySelectorAll("[data-passkey-without]")) without.hidden = true;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  // an offer in the list of accounts waits for as long as the page is open; pressing the button ends it
  let offer = null;
  const endOffer = () => {
    offer?.abort();
    offer = null;
  };

  async function question(form) {
    const response = await fetch(form.dataset.question, { headers: { Accept: "application/json" } });
    if (response.status === 401) location.reload(); // more proof is asked for first
    if (!response.ok) throw new Error("no question");
    const asked = await response.json();
    asked.challenge = bytes(asked.challenge);
    if (asked.user) asked.user.id = bytes(asked.user.id);
    for (const list of [asked.allowCredentials, asked.excludeCredentials])
      for (const known of list ?? []) known.id = bytes(known.id);
    return asked;
  }

  function answer(credential) {
    const said = credential.response;
    const response = { clientDataJSON: text(said.clientDataJSON) };
    if (said.attestationObject) {
      response.attestationObject = text(said.attestationObject);
      response.transports = said.getTransports?.() ?? [];
    } else {
      response.authenticatorData = text(said.authenticatorData);
      response.signature = text(said.signature);
      if (said.userHandle) response.userHandle = text(said.userHandle);
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: {},
    });
  }

  function send(form, credential) {
    form.querySelector("input[name=answer]").value = answer(credential);
    form.submit();
  }

  function say(form, trouble) {
    for (const line of form.querySelectorAll("[data-trouble]")) line.hidden = line.dataset.trouble !== trouble;
  }

  const TROUBLES = { NotAllowedError: "cancelled", AbortError: "cancelled", InvalidStateError: "kept", ConstraintError: "unsuited", NotSupportedError: "unsuited" };

  async function ask(form) {
    endOffer();
    say(form, "");
    try {
      const publicKey = await question(form);
      const made = form.dataset.passkey === "create";
      send(form, await (made ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey })));
    } catch (error) {
      say(form, TROUBLES[error.name] ?? "other");
    }
  }

  // where the browser can, passkeys stand in the list under the field for the account; a question is asked anew before it is too old
  const FRESH_MILLIS = 8 * 60 * 1000;
  async function offerIn(form) {
    if (!form.dataset.offer || !document.querySelector(form.dataset.offer)) return;
    if (document.querySelector(".govuk-error-summary")) return; // first let the person read what went wrong
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    for (let again = true; again; ) {
      again = false;
      const waiting = (offer = new AbortController());
      const renew = setTimeout(() => {
        again = offer === waiting;
        waiting.abort();
      }, FRESH_MILLIS);
      try {
        const publicKey = await question(form);
        if (offer !== waiting) return;
        send(form, await navigator.credentials.get({ publicKey, mediation: "conditional", signal: waiting.signal }));
      } catch {
        // the list was closed, or the button pressed: nothing to say
      } finally {
        clearTimeout(renew);
      }
    }
  }

  for (const form of forms) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      ask(form);
    });
    offerIn(form);
  }
})();
