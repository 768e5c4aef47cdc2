// Only comfort: the preview follows what is typed, what is pasted comes without its type and colours, a link is put where the cursor is.
"use strict";

(() => {
  const form = document.querySelector("form[data-look]");
  const text = form?.querySelector("#markdown");
  if (!text) return;

  const insert = (words) => {
    // a heading, a list or several paragraphs begin on a line of their own
    const block = /^(#|-|\d+\.|\||>)\s?|\n/.test(words) && text.selectionStart > 0;
    const before = text.value.slice(0, text.selectionStart);
    if (block) words = (before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n") + words;
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  };

  let waiting;
  let asked = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const mine = ++asked;
      const typed = new URLSearchParams(new FormData(form));
      typed.set("look", "1");
      const answer = await fetch(form.action, { method: "POST", body: typed }).catch(() => null);
      if (!answer?.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.getElementById("look");
      if (found && mine === asked) document.getElementById("look").replaceWith(document.adoptNode(found));
    }, 800);
  });

  text.addEventListener("paste", async (event) => {
    const html = event.clipboardData?.getData("text/html") ?? "";
    if (!html) return;
    const plain = event.clipboardData.getData("text/plain");
    event.preventDefault();
    const body = new URLSearchParams({ html, _csrf: form.elements._csrf.value });
    const answer = await fetch(form.dataset.paste, { method: "POST", body }).catch(() => null);
    insert(answer?.ok && !answer.redirected ? await answer.text() : plain);
  });

  const links = document.querySelector("form[data-links]");
  links?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch(links.action + "?" + new URLSearchParams(new FormData(links))).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById("links-found");
    if (!found) return;
    for (const line of found.querySelectorAll("[data-insert]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link-button";
      button.textContent = links.dataset.links;
      button.setAttribute("aria-label", links.dataset.links + ": " + line.firstElementChild.textContent);
      button.addEventListener("click", () => insert(line.dataset.insert));
      line.querySelector("code").replaceWith(button);
    }
    document.getElementById("links-here").replaceChildren(document.adoptNode(found));
  });
})();
