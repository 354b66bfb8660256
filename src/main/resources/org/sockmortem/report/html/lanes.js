"use strict";
// Lanes below the chart: when each signal was said, and what else happened. Elements, so that they can be links.
sockmortem.Lanes = class {
  constructor(data) {
    this.element = sockmortem.element("div", { class: "lanes" });
    this.cursor = sockmortem.element("div", { class: "lane-cursor", hidden: true });
    this.marks = [];
    const say = key => sockmortem.say(key);
    const points = (name, key, items, label) => this.lane(name, items.map(item => ({
      kind: key, from: item.x, to: item.x, label: label(item), point: true, item,
    })));
    data.signals.forEach((signal, index) => this.lane(signal.id, data.bursts
      .filter(burst => burst.lane === index)
      .map(burst => ({ kind: burst.tail ? "burst tail" : "burst", from: burst.from, to: burst.to, item: burst,
        label: burst.id + ": " + signal.text + ". " + burst.when + ". " + burst.counted }))));
    this.lane(say("incidents"), data.incidents.map(incident => ({
      kind: "incident", from: incident.from, to: incident.to, item: incident, label: incident.text + ". " + incident.when,
    })));
    points(say("context"), "context", data.context, event =>
      event.text + (event.detail ? ": " + event.detail : "") + ". " + event.when + ". " + event.at);
    points(say("boots"), "boot", data.boots, boot => say("began") + " " + boot.text);
    points(say("readings"), "reading", data.readings, reading => say("read") + " " + reading.when + ": " + reading.text);
    points(say("losses"), "loss", data.losses, loss => loss.text + ". " + loss.when + ". " + loss.at);
    this.lane(say("uncovered"), data.uncovered.map(stretch => ({
      kind: "uncovered", from: stretch.from, to: stretch.to, item: stretch, label: stretch.when,
    })));
    this.element.append(this.cursor);
  }

  lane(name, marks) {
    const placed = marks.filter(mark => Number.isFinite(mark.from) && Number.isFinite(mark.to));
    if (placed.length === 0) {
      return;
    }
    const lane = sockmortem.element("div", { class: "lane", role: "group", "aria-label": name });
    lane.append(sockmortem.element("span", { class: "lane-name", textContent: name }));
    for (const mark of placed) {
      const link = Boolean(mark.item.a);
      mark.element = sockmortem.element(link ? "a" : "span", {
        class: "mark " + mark.kind, title: mark.label, "aria-label": mark.label, ...(link ? {} : { role: "img" }),
      });
      if (link) {
        mark.element.href = "#" + mark.item.a;
        // So many stops of the Tab key would be in the way; the chart's arrow keys reach them all.
        mark.element.tabIndex = placed.length > 20 ? -1 : 0;
      }
      lane.append(mark.element);
      this.marks.push(mark);
    }
    this.element.append(lane);
  }

  /** Puts every mark where it belongs for a view from min to max. */
  place(left, width, min, max) {
    this.left = left;
    this.width = width;
    this.element.style.marginLeft = left + "px";
    this.element.style.width = width + "px";
    const at = x => (x - min) / (max - min) * width;
    for (const mark of this.marks) {
      const from = Math.max(-10, at(mark.from));
      const to = Math.min(width + 10, at(mark.to));
      mark.element.hidden = to < 0 || from > width;
      mark.element.style.left = Math.min(from, width - 4) + "px";
      if (!mark.point) {
        mark.element.style.width = Math.max(4, to - from) + "px";
      }
    }
  }

  point(pixels) {
    this.cursor.hidden = pixels === null;
    if (pixels !== null) {
      this.cursor.style.left = pixels + "px";
    }
  }

  highlight(bursts) {
    this.marks.forEach(mark => mark.element.classList.toggle("shown", bursts.includes(mark.item)));
  }
};
