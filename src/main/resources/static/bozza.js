// SPDX-License-Identifier: EUPL-1.2
// Keeps what is being typed, a moment after the typing pauses. Without it the button "Salva la bozza" does the same.
for (const form of document.querySelectorAll('form[data-draft]')) {
  const told = form.querySelector('[data-draft-told]');
  let waiting;
  const keep = async () => {
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
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 1500);
  });
  form.addEventListener('submit', () => clearTimeout(waiting));
}
