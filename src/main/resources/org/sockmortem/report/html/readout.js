"use strict";
// What is known of the moment under the cursor, in words, with the lines behind it.
sockmortem.Readout = class {
  static MOST_LINES = 6;

  constructor(data, format) {
    this.data = data;
    this.format = format;
    this.element = sockmortem.element("div", { class: "readout", "aria-live": "polite" });
    this.clear();
  }

  clear() {
    this.shown = null;
    this.element.replaceChildren(sockmortem.element("p", { class: "quiet", textContent: sockmortem.say("hint") }));
  }

  /** Tells of a moment; reach is what a few pixels are in seconds. */
  tell(x, step, reach) {
    const bursts = this.data.bursts.filter(burst => x >= burst.from - reach && x <= Math.max(burst.to, burst.from + 1) + reach);
    const key = [step, this.format(x), ...bursts.map(burst => burst.a)].join();
    if (key === this.shown) {
      return;
    }
    this.shown = key;
    const parts = [this.heading(x, step)];
    for (const burst of bursts.slice(0, 4)) {
      parts.push(...this.burst(burst, x, reach));
    }
    const near = this.data.context.concat(this.data.losses).filter(event => Math.abs(event.x - x) <= reach).slice(0, 3);
    for (const event of near) {
      parts.push(sockmortem.element("p", {}, [event.when + ": " + event.text + (event.detail ? ": " + event.detail : "") + " ",
        sockmortem.element("code", { textContent: event.at })]));
    }
    if (this.data.uncovered.some(stretch => x >= stretch.from && x <= stretch.to)) {
      parts.push(sockmortem.element("p", { textContent: sockmortem.say("uncovered") + " " + this.format(x) + "." }));
    }
    if (parts.length === 1 && !(step && step.max > 0)) {
      parts.push(sockmortem.element("p", { class: "quiet", textContent: sockmortem.say("nothing") }));
    }
    this.element.replaceChildren(...parts);
  }

  heading(x, step) {
    const say = key => sockmortem.say(key);
    const heading = sockmortem.element("p", {}, [sockmortem.element("strong", { textContent: this.format(x) })]);
    if (step && step.max > 0) {
      heading.append(": " + sockmortem.number(step.printed) + " " + say("a-second") + " " + say("printed") + "; "
        + sockmortem.number(step.likely) + " " + say("a-second") + " " + say("likely"));
      if (step.min !== step.max) {
        heading.append(" (" + say("between") + " " + sockmortem.number(step.min) + " " + say("and") + " " + sockmortem.number(step.max) + ")");
      }
      heading.append(".");
    }
    return heading;
  }

  burst(burst, x, reach) {
    const signal = this.data.signals[burst.lane];
    const index = this.data.bursts.indexOf(burst);
    const title = sockmortem.element("p", {}, [
      sockmortem.element("a", { href: "#" + burst.a, textContent: burst.id }), ": " + signal.text + ". " + burst.counted + ". "]);
    if (burst.tail) {
      title.append(sockmortem.say("tail") + " ");
    }
    const findings = this.data.findings.filter(finding => finding.bursts.includes(index)).slice(0, 3);
    findings.forEach((finding, i) => title.append(i === 0 ? sockmortem.say("explained") + " " : ", ",
      sockmortem.element("a", { href: "#" + finding.a, textContent: finding.text })));
    const lines = this.nearest(burst.lines, x, Math.max(burst.pm || 0, reach));
    const list = sockmortem.element("ul", {}, lines.map(line => sockmortem.element("li", {}, [
      sockmortem.element("code", { textContent: line.at }), " ", sockmortem.element("code", { textContent: line.text })])));
    const more = burst.lines.length - lines.length + burst.more;
    if (more > 0) {
      list.append(sockmortem.element("li", { class: "quiet", textContent: "+ " + sockmortem.number(more) + " " + sockmortem.say("more-lines") }));
    }
    return [title, list];
  }

  /** The lines of that moment, else those nearest to it, in their order. */
  nearest(lines, x, reach) {
    const most = sockmortem.Readout.MOST_LINES;
    const distance = line => line.x === undefined ? Infinity : Math.max(0, Math.abs(line.x - x) - reach);
    return lines.map((line, index) => ({ line, index, far: distance(line) }))
      .sort((a, b) => a.far - b.far || a.index - b.index)
      .slice(0, most)
      .sort((a, b) => a.index - b.index)
      .map(entry => entry.line);
  }
};

/** A number as the prose has it: thousands apart, a decimal where it is small. */
sockmortem.number = value => {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 3;
  const text = value.toFixed(digits).replace(/\.?0+$/, match => digits ? "" : match);
  const [whole, part] = text.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? "." + part : "");
};
