// SPDX-License-Identifier: EUPL-1.2
// Keeps what is being typed, a moment after the typing pauses. Without it the button "Salva la bozza" does the same.
// It listens on the whole page: the forms may be put in anew while it is open.
const waiting = new WeakMap();
const keep = async (form) => {
  const told = form.querySelector('[data-draft-told]');
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') {
      fields.append(name, value);
    }
  }
  try {
    const answer = await fetch(form.dataset.draft, {method: 'POST', body: fields, headers: {'X-Draft': 'si'}});
    const time = new Date().toLocaleTimeString('it-IT', {hour: '2-digit', minute: '2-digit'});
    told.textContent = answer.ok && !answer.redirected ? `Bozza salvata alle ${time}.` : 'La bozza non è stata salvata.';
  } catch {
    told.textContent = 'La bozza non è stata salvata: il programma non risponde.';
  }
};
document.addEventListener('input', (event) => {
  const form = event.target.closest('form[data-draft]');
  if (form) {
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(keep, 1500, form));
  }
});
document.addEventListener('submit', (event) => clearTimeout(waiting.get(event.target)));
