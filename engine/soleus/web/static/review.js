// Tells the coach what htmx keeps to itself: a verdict that was not taken, an answer that did not come. Its words stand in web/wording.py.
"use strict";
(() => {
  const words = JSON.parse(document.querySelector("meta[name=review-words]").content);
  const heard = document.getElementById("told");
  const waiting = new Map(); // the boxes whose verdict is on its way, by id, each with the id of what had the focus

  const boxOf = (detail) => detail.elt.closest(".verdict");
  const placeOf = (detail) => boxOf(detail) || detail.target;

  function forget(place) {
    place.querySelectorAll(":scope > .failed").forEach((one) => one.remove());
  }

  function tell(detail, text) {
    const line = document.createElement("p");
    line.className = "refused failed";
    line.setAttribute("role", "alert");
    line.textContent = text;
    forget(placeOf(detail));
    placeOf(detail).prepend(line);
  }

  const unanswered = ({ detail }) => tell(detail, boxOf(detail) ? words.lost : words.unread);

  function refused(event) {
    const { detail } = event;
    const plain = (detail.xhr.getResponseHeader("content-type") || "").startsWith("text/plain");
    if (!plain) unanswered(event);
    else tell(detail, boxOf(detail) ? `${words.refused} ${detail.xhr.responseText}` : detail.xhr.responseText);
  }

  // While a verdict is on its way nothing else can be done in its box: htmx would drop it, or exchange the box with what was typed.
  function sent({ detail }) {
    const box = boxOf(detail);
    if (!box) return;
    waiting.set(box.id, box.contains(document.activeElement) ? document.activeElement.id : "");
    heard.textContent = words.waiting;
    box.inert = true;
  }

  // The focus stays where it was, or in its box where the button that had it is folded away again.
  function done(id) {
    const box = document.getElementById(id);
    const held = waiting.get(id);
    if (held === undefined || !box) return;
    waiting.delete(id);
    box.inert = false;
    heard.textContent = box.querySelector("[role=alert]") ? "" : words.kept;
    const before = held && document.getElementById(held);
    if (held && document.activeElement === document.body) (before && before.checkVisibility() ? before : box.querySelector("summary")).focus({ preventScroll: true });
  }

  const typed = () => [...document.querySelectorAll(".verdict textarea")].some((one) => one.value !== one.defaultValue);

  const listen = (name, tells) => document.addEventListener(`htmx:${name}`, tells);
  listen("beforeRequest", sent);
  listen("beforeSwap", ({ detail }) => forget(detail.target));
  listen("afterSettle", ({ detail }) => done(detail.elt.id));
  for (const [name, tells] of [["sendError", unanswered], ["timeout", unanswered], ["responseError", refused]]) {
    listen(name, (event) => {
      tells(event);
      done(placeOf(event.detail).id);
    });
  }
  addEventListener("beforeunload", (event) => {
    if (waiting.size || typed()) event.preventDefault();
  });
})();
