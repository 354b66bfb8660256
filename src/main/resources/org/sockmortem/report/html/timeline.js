"use strict";
// The timelines: events a second as steps with their range, lanes below, and one view of time for both.
sockmortem.Timeline = class {
  static MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  static STEPS = [1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800,
    21600, 43200, 86400, 172800, 604800, 2592000, 7776000, 31536000];
  static GUTTER = 56;

  constructor(figure) {
    this.data = JSON.parse(figure.querySelector("script").textContent);
    this.figure = figure;
    figure.hidden = false;
    const rates = this.data.rates;
    this.whole = this.extent();
    this.logarithmic = false;
    this.lanes = new sockmortem.Lanes(this.data);
    this.readout = new sockmortem.Readout(this.data, x => this.moment(x));
    this.chart = sockmortem.element("div", { class: "chart", tabIndex: 0, role: "application", "aria-label": sockmortem.say("chart") });
    figure.append(this.controls(), this.legend(), this.chart,
      sockmortem.element("p", { class: "axis-note", textContent: this.axisNote() }), this.lanes.element, this.readout.element);
    this.columns = [rates.x, rates.max, rates.min, rates.likely, rates.printed];
    this.draw();
    new ResizeObserver(() => this.resize()).observe(figure);
    sockmortem.onTheme(() => { const view = this.view(); this.draw(); this.show(...view); });
    this.chart.addEventListener("keydown", event => this.key(event));
    this.chart.addEventListener("wheel", event => this.wheel(event), { passive: false });
  }

  /** From the first to the last thing that has a place, with room at both sides. */
  extent() {
    const data = this.data;
    const ends = data.rates.x.concat(
      data.bursts.flatMap(b => [b.from, b.to]), data.context.map(c => c.x), data.incidents.flatMap(i => [i.from, i.to]),
      data.boots.map(b => b.x), data.losses.map(l => l.x), data.readings.map(r => r.x), data.uncovered.flatMap(u => [u.from, u.to]),
    ).filter(Number.isFinite);
    const min = ends.reduce((a, b) => Math.min(a, b), Infinity);
    const max = ends.reduce((a, b) => Math.max(a, b), -Infinity);
    const room = Math.max(1, (max - min) * 0.03);
    return [min - room, max + room];
  }

  axisNote() {
    const zone = this.data.zone;
    const axis = !this.data.wall ? sockmortem.say("uptime")
      : zone ? sockmortem.say("wall-zone") + (zone === "Z" ? "" : zone) : sockmortem.say("wall-local");
    return axis + ". " + sockmortem.say("short");
  }

  legend() {
    return sockmortem.element("p", { class: "legend" }, ["printed", "likely", "range"].map(name =>
      sockmortem.element("span", { class: name, textContent: sockmortem.say(name) })));
  }

  controls() {
    const button = (key, action) => {
      const element = sockmortem.element("button", { type: "button", textContent: sockmortem.say(key) });
      element.addEventListener("click", () => action(element));
      return element;
    };
    const log = button("log-scale", element => {
      this.logarithmic = !this.logarithmic;
      element.setAttribute("aria-pressed", String(this.logarithmic));
      const view = this.view();
      this.draw();
      this.show(...view);
    });
    log.setAttribute("aria-pressed", "false");
    return sockmortem.element("div", { class: "controls" }, [
      button("zoom-in", () => this.zoom(0.5)), button("zoom-out", () => this.zoom(2)),
      button("earlier", () => this.pan(-0.5)), button("later", () => this.pan(0.5)),
      button("whole", () => this.show(...this.whole)), log]);
  }

  colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  draw() {
    if (this.plot) {
      this.plot.destroy();
    }
    const steps = uPlot.paths.stepped({ align: 1 });
    const line = (name, width) => ({ label: sockmortem.say(name), stroke: this.colour(name), width, paths: steps, points: { show: false } });
    const bound = { stroke: "transparent", paths: steps, points: { show: false } };
    const axis = { stroke: this.colour("soft"), grid: { stroke: this.colour("grid"), width: 1 }, ticks: { stroke: this.colour("grid"), width: 1 },
      font: "12px system-ui, sans-serif" };
    const options = {
      width: Math.max(240, this.chart.clientWidth), height: innerWidth < 640 ? 170 : 230,
      legend: { show: false },
      cursor: { y: false, drag: { x: true, y: false, dist: 6 }, points: { show: false } },
      padding: [10, 12, 0, 0],
      scales: {
        x: { time: false, range: (plot, min, max) => max - min < 1e-5 ? [min - 0.5, max + 0.5] : [min, max] },
        y: { distr: this.logarithmic ? 4 : 1, asinh: 1, range: (plot, min, max) => [0, Math.max(1, max * 1.08)] },
      },
      axes: [
        { ...axis, incrs: sockmortem.Timeline.STEPS, space: 90, values: (plot, splits, index, space, step) => this.ticks(splits, step) },
        { ...axis, size: sockmortem.Timeline.GUTTER, values: (plot, splits) => splits.map(v => sockmortem.short(v)) },
      ],
      series: [{}, bound, bound, line("likely", 2), line("printed", 2)],
      bands: [{ series: [1, 2], fill: this.colour("range") }],
      hooks: {
        ready: [plot => { this.plot = plot; this.place(); }],
        setScale: [(plot, scale) => { if (scale === "x" && this.plot === plot) { this.place(); } }],
        setSize: [() => this.place()],
        setCursor: [plot => this.point(plot)],
      },
    };
    this.plot = new uPlot(options, this.columns, this.chart);
    this.plot.over.addEventListener("dblclick", () => this.show(...this.whole));
    this.show(...this.whole);
  }

  resize() {
    const width = Math.max(240, this.chart.clientWidth);
    if (width !== this.plot.width) {
      this.plot.setSize({ width, height: this.plot.height });
    }
  }

  place() {
    const [min, max] = this.view();
    const over = this.plot && this.plot.over;
    if (over && min !== undefined && min !== null) {
      this.lanes.place(over.offsetLeft, over.clientWidth, min, max);
    }
  }

  view() {
    return this.plot ? [this.plot.scales.x.min, this.plot.scales.x.max] : [];
  }

  /** Shows a stretch of time; the whole is as far as a view goes. */
  show(min, max) {
    const width = Math.min(Math.max(max - min, 1e-4), this.whole[1] - this.whole[0]);
    const from = Math.min(Math.max(min, this.whole[0]), this.whole[1] - width);
    this.plot.setScale("x", { min: from, max: from + width });
  }

  /** Zooms about the cursor where it can be seen, else about the middle. */
  zoom(factor, about) {
    const [min, max] = this.view();
    const seen = this.x >= min && this.x <= max;
    const at = about !== undefined ? about : seen ? (this.x - min) / (max - min) : 0.5;
    const middle = min + (max - min) * at;
    const width = (max - min) * factor;
    this.show(middle - width * at, middle + width * (1 - at));
  }

  pan(part) {
    const [min, max] = this.view();
    const way = (max - min) * part;
    this.show(min + way, max + way);
  }

  /** Shows the bursts that a finding, an incident or a burst is about. */
  reveal(bursts) {
    const from = Math.min(...bursts.map(burst => burst.from));
    const to = Math.max(...bursts.map(burst => Math.max(burst.to, burst.from + 1)));
    const room = Math.max(2, (to - from) * 0.25);
    this.show(from - room, to + room);
    this.lanes.highlight(bursts);
    this.cursorTo(bursts[0].from);
  }

  key(event) {
    const moves = {
      ArrowLeft: () => this.step(-1), ArrowRight: () => this.step(1), "+": () => this.zoom(0.5), "=": () => this.zoom(0.5),
      "-": () => this.zoom(2), 0: () => this.show(...this.whole), Escape: () => this.show(...this.whole),
      PageUp: () => this.pan(-0.5), PageDown: () => this.pan(0.5), Home: () => this.step(-Infinity), End: () => this.step(Infinity),
      Enter: () => { const burst = this.data.bursts.find(b => this.x >= b.from && this.x <= Math.max(b.to, b.from + 1)); if (burst) { location.hash = burst.a; } },
    };
    if (moves[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      moves[event.key]();
      event.preventDefault();
    }
  }

  /** The cursor to the next thing that begins, which is a step of the chart, a burst, or an event beside. */
  step(way) {
    const data = this.data;
    const stops = [...new Set(data.rates.x.slice(0, -1).concat(data.bursts.map(b => b.from), data.context.map(c => c.x), data.losses.map(l => l.x)))]
      .filter(Number.isFinite).sort((a, b) => a - b);
    const here = this.x === undefined ? -Infinity : this.x;
    const next = way < 0 ? stops.filter(x => x < here - 1e-7) : stops.filter(x => x > here + 1e-7);
    const to = Math.abs(way) === Infinity ? (way < 0 ? stops[0] : stops.at(-1)) : way < 0 ? next.at(-1) : next[0];
    if (to !== undefined) {
      const [min, max] = this.view();
      if (to < min || to > max) {
        this.show(to - (max - min) / 2, to + (max - min) / 2);
      }
      this.cursorTo(to);
    }
  }

  cursorTo(x) {
    this.x = x;
    // The chart takes a new view at the end of this task, and positions are of the view.
    queueMicrotask(() => {
      this.plot.setCursor({ left: this.plot.valToPos(x, "x"), top: 10 });
      this.tell(x);
    });
  }

  wheel(event) {
    if (event.ctrlKey) {
      event.preventDefault();
      const box = this.plot.over.getBoundingClientRect();
      this.zoom(event.deltaY > 0 ? 1.25 : 0.8, Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)));
    }
  }

  point(plot) {
    const left = plot.cursor.left;
    const inside = left !== null && left >= 0;
    this.lanes.point(inside ? left : null);
    if (inside && document.activeElement !== this.chart || inside && this.x === undefined) {
      this.x = plot.posToVal(left, "x");
      this.tell(this.x);
    }
  }

  tell(x) {
    const xs = this.data.rates.x;
    let low = -1;
    for (let high = xs.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (xs[middle] <= x) { low = middle; } else { high = middle; }
    }
    const [min, max] = this.view();
    const rates = this.data.rates;
    const step = low < 0 ? null
      : { printed: rates.printed[low], min: rates.min[low], likely: rates.likely[low], max: rates.max[low], toString: () => String(low) };
    this.readout.tell(x, step, (max - min) / Math.max(1, this.plot.over.clientWidth) * 4);
  }

  /** A moment as the log would write it. */
  moment(x) {
    const [min, max] = this.view();
    const fine = (max - min) / 400;
    const digits = fine >= 0.5 ? 0 : Math.min(6, Math.ceil(-Math.log10(fine)));
    if (!this.data.wall) {
      return sockmortem.grouped((x + (this.data.base || 0)).toFixed(digits)) + " s";
    }
    const scale = 10 ** digits;
    const date = new Date(Math.round((x + this.data.base) * scale) / scale * 1000);
    return this.day(date) + " " + date.toISOString().slice(11, 19 + (digits ? Math.min(4, digits + 1) : 0)) + (this.data.zone === "Z" ? " UTC" : this.data.zone || "");
  }

  day(date) {
    return this.data.year ? date.toISOString().slice(0, 10) : sockmortem.Timeline.MONTHS[date.getUTCMonth()] + " " + date.getUTCDate();
  }

  ticks(splits, step) {
    if (!this.data.wall) {
      const digits = step >= 1 ? 0 : Math.min(6, Math.ceil(-Math.log10(step)));
      return splits.map(x => sockmortem.grouped((x + (this.data.base || 0)).toFixed(digits)) + " s");
    }
    let day = "";
    return splits.map(x => {
      const date = new Date((x + this.data.base) * 1000);
      const time = date.toISOString();
      const clock = step < 1 ? time.slice(11, 23) : step < 60 ? time.slice(11, 19) : time.slice(11, 16);
      const today = this.day(date);
      const said = step >= 86400 ? today : today === day ? clock : today + "\n" + clock;
      day = today;
      return said;
    });
  }
};

/** Thousands apart; what stands behind the point stays. */
sockmortem.grouped = text => text.replace(/^\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** A number for an axis: 12k, 1.5M. */
sockmortem.short = value => value >= 1e6 ? value / 1e6 + "M" : value >= 1e4 ? value / 1e3 + "k" : sockmortem.number(value);

(() => {
  const timelines = [...document.querySelectorAll("figure.timeline")].map(figure => new sockmortem.Timeline(figure));
  document.querySelectorAll("a.show").forEach(link => {
    for (const timeline of timelines) {
      const data = timeline.data;
      const about = link.dataset.show;
      const finding = data.findings.find(f => f.a === about);
      const incident = data.incidents.find(i => i.a === about);
      const bursts = finding ? finding.bursts.map(index => data.bursts[index])
        : data.bursts.filter(burst => burst.a === about || incident && burst.from >= incident.from && burst.to <= incident.to);
      const placed = bursts.filter(burst => Number.isFinite(burst.from) && Number.isFinite(burst.to));
      if (placed.length > 0) {
        link.hidden = false;
        link.addEventListener("click", event => {
          event.preventDefault();
          timeline.figure.scrollIntoView({ block: "start" });
          timeline.chart.focus({ preventScroll: true });
          timeline.reveal(placed);
        });
        return;
      }
    }
  });
})();
