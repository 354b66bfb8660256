"use strict";
// The table of hosts is sorted by the column whose head is pressed; by another press the other way round.
{
  const table = document.querySelector("table.hosts");
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, column) => row.cells[column].dataset.key;
  const isNumber = (text) => /^\d+$/.test(text);

  const sort = (column) => {
    const up = heads[column].getAttribute("aria-sort") === "descending";
    const rows = [...table.tBodies[0].rows];
    const numbers = rows.every((row) => isNumber(key(row, column)));
    const order = numbers
      ? (a, b) => Number(key(a, column)) - Number(key(b, column))
      : (a, b) => key(a, column).localeCompare(key(b, column), "en", { numeric: true });
    rows.sort((a, b) => (up ? 1 : -1) * order(a, b));
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", up ? "ascending" : "descending");
    table.tBodies[0].append(...rows);
  };

  heads.forEach((head, column) => {
    const button = sockmortem.element("button", { type: "button" }, [head.textContent]);
    button.addEventListener("click", () => sort(column));
    head.replaceChildren(button);
  });
}
