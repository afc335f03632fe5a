// Copies the words of a source with their reference. Without this script the same text stands ready to be selected.

async function copyReference(button) {
  const place = document.getElementById(button.dataset.copies);
  const told = button.parentElement.querySelector(".copied");
  try {
    await navigator.clipboard.writeText(place.textContent.trim());
    told.textContent = "Gekopieerd, met de bron.";
  } catch {
    // Outside https a page may not write the clipboard: the words are selected, so that one key press copies them.
    place.closest("details").open = true;
    getSelection().selectAllChildren(place);
    told.textContent = "De tekst is geselecteerd: druk op Ctrl+C of kies Kopiëren.";
  }
}

for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", () => copyReference(button));
}
