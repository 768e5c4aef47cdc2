// Only comfort: every page works without it.
"use strict";

// an error summary is read out at once
document.querySelector(".govuk-error-summary")?.focus();

// the second click of a double click sends nothing
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.submitter?.formTarget === "_blank") return; // a preview elsewhere: this form is still to be sent
  if (form.dataset.sent) event.preventDefault();
  else form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 3000);
});

// print buttons are there only where a script can answer them
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// an open menu closes with Escape or a click elsewhere
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});

// passes the address on by the phone's own way, or copies it
for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share && !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const url = button.dataset.share;
    if (navigator.share) return navigator.share({ url, title: document.title }).catch(() => {});
    await navigator.clipboard.writeText(url);
    button.textContent = button.dataset.copied;
  });
}
