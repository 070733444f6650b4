/** What a service says of itself. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { Phone } from "./words.js"

export function Particulars({ row, codes }) {
  const days = codes.weekdays.filter(({ code }) => row.admits_on.includes(code))
  const facts = [
    ["Patch", row.sectors.join(", ") || "Anywhere"],
    ["Can do beyond personal care", row.skills.map((code) => wordsOf(codes.skills, code)).join(", ") || "Nothing said"],
    ["Admits", days.length === codes.weekdays.length ? "Every day" : days.map(({ words }) => words).join(", ")],
    ["Latest arrival", row.latest_arrival?.slice(0, 5) ?? "At any hour"],
    ["Ring", html`<${Phone} phone=${row.phone} />`],
    ["A count is believed for", row.confirm_within_hours ? `${row.confirm_within_hours} hours of the days on which it admits` : "As long as its line has it"],
  ]
  return html`<dl class="hw-particulars">${facts.map(([name, said]) => html`<div key=${name}><dt>${name}</dt><dd>${said}</dd></div>`)}</dl>`
}
