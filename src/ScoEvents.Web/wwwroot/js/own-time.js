// Offers the reader's own time beside the times of the place, where the two differ. Without this file, and wherever the
// clocks agree, the page is complete as it stands.
(() => {
  "use strict";

  const control = document.querySelector("[data-own-time]");
  const button = control?.querySelector("button");
  if (!button) {
    return;
  }

  const memory = "scoevents.own-time";
  // English as the portal writes it: the day before the month.
  const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  const latin = { numberingSystem: "latn" };
  const clock = new Intl.DateTimeFormat(language, { ...latin, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = new Intl.DateTimeFormat(language, { ...latin, day: "numeric", month: "short" });
  const zoneName = new Intl.DateTimeFormat(language, { timeZoneName: "long" });

  // Minutes by which the clocks of the place are ahead of UTC, as the machine form of the time says.
  const placeOffset = (machine) => {
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(machine) ?? [];
    return sign ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : null;
  };
  const differs = (time) => {
    const offset = placeOffset(time.dateTime);
    return offset !== null && offset !== -new Date(time.dateTime).getTimezoneOffset();
  };

  const groups = [...document.querySelectorAll("[data-place-time]")]
    .map((group) => ({ group, times: [...group.querySelectorAll("time")] }))
    .filter(({ times }) => times.some(differs));
  if (groups.length === 0) {
    return;
  }

  // The day is told where it is another than at the place, and again where it changes.
  const pad = (number) => String(number).padStart(2, "0");
  const inWords = (times) => {
    let known = times[0].dateTime.slice(0, 10);
    return times.map((time) => {
      const instant = new Date(time.dateTime);
      const date = `${instant.getFullYear()}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}`;
      const words = date === known ? clock.format(instant) : `${day.format(instant)}, ${clock.format(instant)}`;
      known = date;
      return words;
    }).join("–");
  };
  const show = ({ group, times }) => {
    const own = document.createElement("span");
    const label = document.createElement("span");
    const words = document.createElement("bdi");
    own.className = "own-time";
    label.className = "visually-hidden";
    label.textContent = `${control.dataset.ownTime}: `;
    words.textContent = inWords(times);
    own.append(label, words);
    group.append(own);
  };

  // A browser that keeps nothing for the portal still shows the time, until the page is left.
  const remember = (isOn) => {
    try {
      localStorage.setItem(memory, isOn ? "on" : "off");
    } catch (error) {
      console.info(error.name);
    }
  };
  const remembered = () => {
    try {
      return localStorage.getItem(memory) === "on";
    } catch (error) {
      console.info(error.name);
      return false;
    }
  };

  const turn = (isOn) => {
    button.setAttribute("aria-pressed", String(isOn));
    document.querySelectorAll(".own-time").forEach((own) => own.remove());
    if (isOn) {
      groups.forEach(show);
    }
  };

  const name = zoneName.formatToParts(new Date(groups[0].times[0].dateTime)).find((part) => part.type === "timeZoneName").value;
  button.textContent = button.dataset.text.replace("{0}", name);
  control.classList.remove("is-waiting");
  button.addEventListener("click", () => {
    const isOn = button.getAttribute("aria-pressed") !== "true";
    turn(isOn);
    remember(isOn);
  });
  turn(remembered());
})();
