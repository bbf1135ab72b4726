/// The one script of all pages: it shows what the server sends and sends forms without reload.
/// Pages work without it, if one reloads them.
enum Script {
  static let text = #"""
    "use strict";
    (() => {
      const notice = document.getElementById("notice");
      const words = document.body.dataset;
      let source = null, skew = 0;

      function say(text, isWarning) {
        notice.textContent = text || "";
        notice.className = isWarning ? "warning" : "";
        if (text && !isWarning) setTimeout(() => {
          if (notice.textContent === text) notice.textContent = "";
        }, 4000);
      }

      // What somebody is typing or has ticked outlives a new version of the part it stands in.
      function entries(place) {
        const kept = new Map();
        for (const field of place.querySelectorAll("input[id], select[id], textarea[id]")) {
          kept.set(field.id, field.type === "radio" || field.type === "checkbox"
            ? { checked: field.checked } : { value: field.value, first: field.defaultValue });
        }
        const open = [...place.querySelectorAll("details[id][open]")].map(item => item.id);
        const focus = place.contains(document.activeElement) ? document.activeElement.id : null;
        const logs = [...place.querySelectorAll(".log")].map(log => log.scrollTop);
        return { kept, open, focus, logs };
      }

      function restore(place, { kept, open, focus }) {
        for (const [id, old] of kept) {
          const field = document.getElementById(id);
          if (!field || !place.contains(field)) continue;
          if ("checked" in old) field.checked = old.checked;
          else if (field.tagName === "SELECT") {
            if ([...field.options].some(option => option.value === old.value)) {
              field.value = old.value;
            }
          } else if (old.value !== old.first) field.value = old.value;
        }
        for (const id of open) document.getElementById(id)?.setAttribute("open", "");
        if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
        for (const log of place.querySelectorAll(".log")) log.scrollTop = log.scrollHeight;
      }

      function show(regions) {
        for (const [id, html] of Object.entries(regions)) {
          const place = document.getElementById(id);
          if (!place) continue;
          const old = entries(place);
          const hadFocus = place.contains(document.activeElement);
          const wasAsked = place.querySelector("form") !== null;
          place.innerHTML = html;
          if (id === "play" && !wasAsked && place.querySelector("form")) say(words.turn);
          restore(place, old);
          // Who works by keyboard goes on from here, not from the top of the page.
          if (hadFocus && !place.contains(document.activeElement)) {
            place.tabIndex = -1;
            place.focus({ preventScroll: true });
          }
        }
        count();
      }

      function count() {
        for (const place of document.querySelectorAll("[data-deadline]")) {
          const left = Math.max(0, Number(place.dataset.deadline) - Date.now() - skew);
          const seconds = Math.ceil(left / 1000);
          const text = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
          if (place.textContent !== text) place.textContent = text;
        }
      }

      function listen() {
        if (source || document.hidden || !document.body.dataset.live) return;
        source = new EventSource(document.body.dataset.live);
        source.onmessage = event => {
          const message = JSON.parse(event.data);
          if (message.now) skew = message.now - Date.now();
          if (message.go) { location.assign(message.go); return; }
          show(message.regions);
          if (notice.dataset.lost) { say(""); delete notice.dataset.lost; }
        };
        source.onerror = () => {
          notice.dataset.lost = "yes";
          say(words.lost || "The connection is lost; trying again.", true);
          if (source && source.readyState === EventSource.CLOSED) {
            source = null;
            setTimeout(listen, 3000);
          }
        };
      }

      // Browsers allow six open connections to a server: pages that nobody sees give theirs back.
      document.addEventListener("visibilitychange", () => {
        if (document.hidden && source) { source.close(); source = null; } else listen();
      });

      document.addEventListener("submit", async event => {
        const form = event.target;
        if (!("send" in form.dataset)) return;
        event.preventDefault();
        const button = event.submitter;
        if (button && button.dataset.ask && !confirm(button.dataset.ask)) return;
        const data = new URLSearchParams(new FormData(form, button));
        if (button) button.disabled = true;
        try {
          const reply = await fetch(form.action, {
            method: "POST", body: data, headers: { "Accept": "application/json" } });
          const answer = await reply.json();
          say(answer.text, !answer.ok);
          if (answer.ok && "clear" in form.dataset) form.reset();
        } catch {
          say(words.unsent || "Not sent: try again.", true);
        } finally {
          if (button) button.disabled = false;
        }
      });

      setInterval(count, 500);
      for (const log of document.querySelectorAll(".log")) log.scrollTop = log.scrollHeight;
      count();
      listen();
    })();
    """#
}
