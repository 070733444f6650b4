/** What a service says of itself. */
import { html } from "../html.js"
import { wordsOf } from "../session.js"
import { admitsOn, latestArrival } from "./counts.js"
import { Phone } from "./words.js"

export function Particulars({ row, codes }) {
  const { days, ...admits } = admitsOn(row, codes)
  const latest = latestArrival(row, codes)
  const named = codes.weekdays.filter(({ code }) => days.includes(code)).map(({ words }) => words)
  const facts = [
    ["Patch", row.sectors.join(", ") || "Anywhere"],
    ["Can do beyond personal care", row.skills.map((code) => wordsOf(codes.skills, code)).join(", ") || "Nothing said"],
    ["Admits", whose(days.length === codes.weekdays.length ? "Every day" : named.join(", "), admits)],
    ["Latest arrival", whose(latest.at?.slice(0, 5) ?? "At any hour", latest)],
    ["Ring", html`<${Phone} phone=${row.phone} />`],
    ["A count is believed for", row.confirm_within_hours ? `${row.confirm_within_hours} hours of the days on which it admits` : "As long as its line has it"],
  ]
  return html`<dl class="hw-particulars">${facts.map(([name, said]) => html`<div key=${name}><dt>${name}</dt><dd>${said}</dd></div>`)}</dl>`
}

const whose = (said, { ofLine }) => (ofLine ? `${said} (as its line has it)` : said)
