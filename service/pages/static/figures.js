// Shows a choice as soon as it changes: fetches this page for it and takes over its result. Without this the button does so.
"use strict";

const form = document.querySelector("#cijferkeuze");
let running = new AbortController();

async function showChoice() {
  running.abort();
  running = new AbortController();
  const stand = document.querySelector("#stand");
  const result = document.querySelector("#resultaat");
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  stand.textContent = "De cijfers worden opgehaald…";
  result.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { signal: running.signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("#resultaat");
    for (const fault of form.querySelectorAll(".fault")) {
      const said = page.getElementById(fault.id);
      fault.hidden = said.hidden;
      fault.textContent = said.textContent;
    }
    if (response.ok) {
      result.replaceWith(fresh);
      history.replaceState(null, "", address);
    }
    result.removeAttribute("aria-busy");
    stand.textContent = fresh.dataset.melding || "";
  } catch (error) {
    if (error.name === "AbortError") return;
    result.removeAttribute("aria-busy");
    stand.textContent = "De cijfers zijn nu niet op te halen. Probeer het over een halve minuut opnieuw.";
  }
}

form?.addEventListener("change", showChoice);
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  showChoice();
});
