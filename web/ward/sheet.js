/** The same list on paper, A4 across: what is known in print, boxes to tick, room to write. Not shown on a screen. */
import { html } from "../html.js"
import { unansweredWords } from "../holding/words.js"
import { nameOf } from "../names.js"
import { ready, readyWords, stale } from "../ready.js"
import { daysBetween, localTime, shortDate, years } from "../time.js"
import { askedWords } from "./asked-of-us.js"
import { outcomeWords } from "./criteria.js"
import { hubStatus } from "./status.js"

const COLUMNS = ["Bed", "Name", "Age", "Stay", "Criteria to reside today", "EDD", "Needs hub?", "Asked of us", "Hub", "Notes"]

/** `people`: [{spell, kase}] in bed order; `only` names the filter, "" for everybody; `asOf` when the list was true. */
export function Sheet({ ward, people, only, codes, staff, now, asOf }) {
  return html`<div class="hw-sheet">
    <table>
      <colgroup>${COLUMNS.map((name) => html`<col key=${name} />`)}</colgroup>
      <thead>
        <tr><th colspan=${COLUMNS.length}><div class="hw-sheet__head"><strong>${ward}: ward review</strong>
          <span>${people.length} ${only ? `people, only “${only}”` : "people"}</span>
          <span>Printed ${shortDate(now)} ${localTime(now)}</span><span>As of ${shortDate(asOf)} ${localTime(asOf)}</span></div></th></tr>
        <tr>${COLUMNS.map((name) => html`<th key=${name} scope="col">${name}</th>`)}</tr>
      </thead>
      <tbody>${people.map(({ spell, kase }) => html`<${Line} key=${spell.id} spell=${spell} kase=${kase} codes=${codes} staff=${staff} now=${now} />`)}</tbody>
    </table>
  </div>`
}

function Line({ spell, kase, codes, staff, now }) {
  const { needs_hub: need } = spell
  return html`<tr>
    <td class="hw-sheet__bed">${spell.bed}</td>
    <td><strong>${nameOf(spell.person)}</strong></td>
    <td>${spell.person?.birth_date ? years(spell.person.birth_date, now) : "?"}</td>
    <td>${daysBetween(spell.admitted_at, now)} d</td>
    <td><${Boxes} words=${["Meets", "No longer", "No change"]} /><small>${criteriaWords(spell, codes, now)}</small></td>
    <td>${dateWords(spell, now)}</td>
    <td><${Boxes} words=${codes.hub_needs.map(({ words }) => words)} ticked=${codes.hub_needs.findIndex(({ code }) => code === need)} /></td>
    <td>${[askedWords(kase?.work, now), unansweredWords(kase?.holders, now)].filter(Boolean).join(" ")}</td>
    <td>${kase ? hubStatus(kase, staff, now) : "Not referred"}</td>
    <td class="hw-sheet__notes"></td>
  </tr>`
}

const Boxes = ({ words, ticked = -1 }) => words.map((each, at) => html`<span class="hw-box" key=${each}>${at === ticked ? "☒" : "☐"} ${each}</span> `)

function criteriaWords(spell, codes, now) {
  const [said, { days, nights }] = [outcomeWords(spell, codes), ready(spell, now)]
  if (!said) return "Never reviewed"
  return [`Last, ${shortDate(spell.reviewed_at)}: ${said}`, days !== null && readyWords({ days, nights }), stale(spell, now) && "due now"].filter(Boolean).join(" · ")
}

function dateWords(spell, now) {
  if (!spell.expected_discharge) return html`<span class="hw-sheet__blank"></span>`
  const days = daysBetween(spell.expected_discharge, now)
  return `${shortDate(spell.expected_discharge)}${days > 0 ? `, passed ${days} d` : ""}`
}
