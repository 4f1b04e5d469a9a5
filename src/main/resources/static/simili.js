// SPDX-License-Identifier: EUPL-1.2
// While a title is typed, answers that may serve are shown below it. Without this script the button does the same.
(function () {
  const place = document.getElementById("simili");
  const title = document.getElementById("campo-title");
  if (!place || !title) {
    return;
  }
  let waiting = 0;
  let asked = "";
  title.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 400);
  });

  function ask() {
    const words = title.value.trim();
    if (words.length < 4 || words === asked) {
      return;
    }
    asked = words;
    fetch(place.dataset.address + "?titolo=" + encodeURIComponent(words), {credentials: "same-origin"})
      .then(function (answer) { return answer.ok ? answer.text() : ""; })
      .then(function (html) {
        if (words === asked) {
          place.innerHTML = html;
        }
      })
      .catch(function () { /* offline: the ticket can be opened all the same */ });
  }
})();
