/** The Friday list: who is to leave, when, to which service, and what is missing. */
import { html } from "../html.js"
import { between } from "../service-words.js"
import { wordsOf } from "../session.js"
import { localTime, shortDate } from "../time.js"
import { where } from "../where.js"

const HEADS = ["Person", "Where", "Leaves", "Pathway and service", "What is missing"]

export const LeavingList = ({ leaving, ...its }) => html`<section aria-labelledby="leaving">
  <h2 class="nhsuk-heading-s" id="leaving">Who leaves <span class="hw-count">${leaving.length}</span></h2>
  ${leaving.length === 0 && html`<p class="hw-empty">Nobody is to leave on these days. People come here by the leaving time that is planned on their case, or by the expected date on the ward list.</p>`}
  ${leaving.length > 0 && html`<table class="nhsuk-table hw-delays" role="table">
    <caption class="nhsuk-u-visually-hidden">People who are to leave, by time, with what is missing</caption>
    <thead role="rowgroup"><tr role="row">${HEADS.map((name) => html`<th key=${name} role="columnheader" scope="col">${name}</th>`)}</tr></thead>
    <tbody role="rowgroup">${leaving.map((each) => html`<${Line} key=${each.spell_id} each=${each} ...${its} />`)}</tbody>
  </table>`}
</section>`

function Line({ each, places, codes, now }) {
  const name = each.name || "Name not known"
  return html`<tr role="row">
    <td role="cell" data-label="Person">${each.case_id ? html`<a href=${`/cases/${each.case_id}`}>${name}</a>` : html`<a href=${`/wards/${each.ward_id}`}>${name}</a>`}</td>
    <td role="cell" data-label="Where">${where(places.get(each.ward_id), each.bed)}</td>
    <td role="cell" data-label="Leaves">${shortDate(each.leaves_on)}${each.leave_at ? ` ${localTime(each.leave_at)}` : ""}</td>
    <td role="cell" data-label="Pathway and service">${[each.pathway, each.service, each.start_from && `start ${between(each.start_from, each.start_to ?? each.start_from, now)}`].filter(Boolean).join(" · ") || "–"}</td>
    <td role="cell" data-label="What is missing"><${Missing} each=${each} codes=${codes} /></td>
  </tr>`
}

function Missing({ each, codes }) {
  if (!each.case_id) return html`<span class="hw-quiet">No case: only the expected date is known here. The ward checks the rest.</span>`
  if (each.missing.length === 0) return html`<strong class="nhsuk-tag nhsuk-tag--green">Nothing</strong>`
  return html`<ul class="hw-missing">${each.missing.map((code) => html`<li key=${code}>${wordsOf(codes.weekend_lacks, code)}<${More} code=${code} each=${each} codes=${codes} /></li>`)}</ul>`
}

/** The tasks by name, or how many have not answered. */
function More({ code, each: { stops, unanswered }, codes }) {
  if (code === "holders") return html`: ${unanswered}`
  if (code !== "stops" || stops.length === 0) return null
  return html`: <ul>${stops.map(({ words, role }, n) => html`<li key=${n}>${words} <span class="hw-quiet">${wordsOf(codes.task_roles, role)}</span></li>`)}</ul>`
}
