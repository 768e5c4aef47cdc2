// Only comfort: what is typed is kept, the meaning of a rule follows what is written, and who else is there is asked again.
"use strict";

(() => {
  const later = (pause, act) => {
    let waiting;
    return () => {
      clearTimeout(waiting);
      waiting = setTimeout(act, pause);
    };
  };
  const piece = async (response, id) => {
    if (!response.ok || response.redirected) return;
    const found = new DOMParser().parseFromString(await response.text(), "text/html").getElementById(id);
    const here = document.getElementById(id);
    if (found && here) here.replaceWith(document.adoptNode(found));
  };
  const post = (address, form) => fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)) });

  for (const form of document.querySelectorAll("form[data-keep]")) {
    let saving = false;
    form.addEventListener("submit", () => (saving = true));
    const keep = later(1200, async () => {
      // after the button was pressed there is nothing left to keep
      if (!saving) await post(form.dataset.keep, form).then((r) => piece(r, "kept-now")).catch(() => {});
    });
    form.addEventListener("input", keep);
  }

  const rule = document.querySelector("textarea[data-try]");
  rule?.addEventListener(
    "input",
    later(600, () => post(rule.dataset.try, rule.form).then((r) => piece(r, "trial")).catch(() => {})),
  );

  setInterval(() => {
    const address = document.getElementById("presence")?.dataset.ask;
    if (address && !document.hidden) fetch(address).then((r) => piece(r, "presence")).catch(() => {});
  }, 10_000);
})();
