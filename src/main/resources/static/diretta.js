// SPDX-License-Identifier: EUPL-1.2
// Reads the page again when the program says that something on it changed, and puts the new parts in the place of the old.
// What is being written, chosen or read with the keyboard stays as it is. Without this the page is new at every load.
{
  const live = document.querySelector('[data-live]');
  const told = live?.querySelector('[data-live-told]');
  const others = live?.querySelector('[data-live-others]');
  const page = live?.dataset.livePage || location.pathname + location.search;
  // A page that answers a form shows what was typed: only what is read is renewed there, not what is filled in.
  const answersForm = location.pathname !== new URL(page, location).pathname;
  const PAUSE = 3000;
  const NO_MORE = 'La pagina non si aggiorna più da sola: ricaricala, o accedi di nuovo.';
  let source;
  let read = 0; // when the page was asked for, on the clock of performance.now()
  let waiting;
  let last = -PAUSE;
  let over = false;

  const tell = (sentence) => {
    const time = new Date().toLocaleTimeString('it-IT', {hour: '2-digit', minute: '2-digit'});
    told.textContent = sentence.replace('{}', time);
  };

  const isTouched = (part) => {
    const selection = getSelection();
    return part.contains(document.activeElement)
      || (!selection.isCollapsed && part.contains(selection.anchorNode))
      || [...part.querySelectorAll('input, textarea')].some((one) => one.value !== one.defaultValue || one.checked !== one.defaultChecked)
      || [...part.querySelectorAll('option')].some((one) => one.defaultSelected !== one.selected && (one.defaultSelected || one.index > 0))
      || (part.dataset.livePart === 'form' && (answersForm || part.querySelector('details[open]') !== null));
  };

  const words = (part) => part.innerHTML.replace(/name="_csrf" value="[^"]*"/g, '');

  const renew = async () => {
    waiting = undefined;
    last = performance.now();
    let answer;
    try {
      answer = await fetch(page, {headers: {'X-Requested-With': 'XMLHttpRequest'}, cache: 'no-store'});
    } catch {
      return; // the stream comes back when the program does, and asks again
    }
    if (answer.status === 404) {
      stop();
      tell('Questo ticket non è più tra quelli che vedi.');
      return;
    }
    if (!answer.ok || answer.redirected) {
      stop();
      tell(NO_MORE);
      return;
    }
    read = last;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    let changed = false;
    let kept = false;
    for (const part of document.querySelectorAll('[data-live-part]')) {
      const other = fresh.getElementById(part.id);
      if (!other || words(part) === words(other)) {
        continue;
      }
      if (isTouched(part)) {
        kept = true;
        continue;
      }
      part.innerHTML = other.innerHTML;
      changed = true;
    }
    if (kept) {
      tell('Alle {} è cambiato qualcosa. Quello che stai scrivendo resta com’è.');
    } else if (changed) {
      tell(live.dataset.live);
    }
  };

  const soon = () => {
    waiting ??= setTimeout(renew, Math.max(0, last + PAUSE - performance.now()));
  };

  const start = () => {
    if (source || over || document.hidden) {
      return;
    }
    const address = new URL(live.dataset.liveStream, location);
    address.searchParams.set('eta', Math.ceil(performance.now() - read));
    source = new EventSource(address);
    source.addEventListener('cambiato', soon);
    source.addEventListener('presenti', (event) => { others.textContent = event.data; });
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) { // refused: signed out, or too many windows
        stop();
        tell(NO_MORE);
      }
    });
  };

  const pause = () => {
    source?.close();
    source = undefined;
  };

  const stop = () => {
    over = true;
    pause();
    others.textContent = '';
  };

  if (live && 'EventSource' in window) {
    // A hidden window asks nothing: a browser opens few connections to one server, and nobody is at work there.
    document.addEventListener('visibilitychange', () => (document.hidden ? pause() : start()));
    addEventListener('pagehide', pause);
    addEventListener('pageshow', start);
    start();
  }
}
