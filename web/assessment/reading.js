/** A signed assessment as it is read and printed: who signed it, how old it is, the answers, and what services said. */
import { html } from "../html.js"
import { localTime, shortDate } from "../time.js"
import { Facts } from "../case/facts.js"
import { sheetOf } from "./asked.js"
import { linesOf } from "./say.js"

const moment = (at) => `${shortDate(at)} ${localTime(at)}`

export function Reading({ signed, form, lists, talk }) {
  const shown = signed.versions.find(({ number }) => number === signed.shown)
  const wordsOf = (list, code) => list.find((each) => each.code === code)?.words ?? code
  return html`
    <section class="hw-part" aria-labelledby="signed">
      <h2 class="nhsuk-heading-s" id="signed">Signed</h2>
      <${Facts} facts=${[
        ["Version", `${shown.number}${shown.number > 1 ? `: ${shown.changed.length} answers changed` : ""}`],
        ["Signed", `${moment(shown.signed_at)} by ${shown.by}`],
        ["Competency", wordsOf(lists.competencies, shown.competency)],
        ["Agreement", shown.agreement_words],
        ["Employer", shown.employer],
        ["Seen", [wordsOf(lists.seen_where, shown.seen_where), moment(shown.seen_at), shown.seen_with && `with ${shown.seen_with}`].filter(Boolean).join(", ")],
        ["Said to be still true", signed.confirmations.map(({ at, by, words }) => `${moment(at)} by ${by}${words ? `: “${words}”` : ""}`).join("; ")],
      ]} />
    </section>
    <${Sections} form=${form} answers=${signed.answers} changed=${shown.changed} talk=${talk} />`
}

/** The answers, section by section; `changed` are the linkIds that are new in this version, `talk(item)` what stands beside an item. */
export function Sections({ form, answers, ...its }) {
  const sheet = sheetOf(form, answers)
  return form.sections.map((section) => html`<${Section} key=${section.linkId} section=${section} sheet=${sheet} form=${form} ...${its} />`)
}

function Section({ section, talk, id = "read", level = "h2", ...its }) {
  const lines = section.items.flatMap((item) => entries(item, its))
  if (!lines.length) return null
  return html`<section class="hw-part" aria-labelledby=${`${id}-${section.linkId}`}>
    <${level} class=${`nhsuk-heading-${level === "h2" ? "s" : "xs"}`} id=${`${id}-${section.linkId}`}>${section.text}<//>
    <dl class="nhsuk-summary-list hw-facts hw-fields">${lines.map(({ item, title, words, changed }) => html`<div class="nhsuk-summary-list__row" key=${`${item.linkId} ${title}`}>
      <dt class="nhsuk-summary-list__key">${title}</dt>
      <dd class="nhsuk-summary-list__value">${words.length ? html`<ul class="hw-answer">${words.map((each) => html`<li>${each}</li>`)}</ul>` : html`<span class="hw-quiet">Not answered</span>`}
        ${changed && html` <span class="hw-quiet">Changed in this version</span>`}
        ${talk(item)}
      </dd>
    </div>`)}</dl>
  </section>`
}

/** Every question that was asked, as a line; of a group that repeats each row. */
function entries(item, { form, sheet, changed }) {
  if (item.readOnly || item.type === "display" || !sheet.asks(item.linkId)) return []
  if (item.type === "group" && item.repeats) return sheet.given(item.linkId).map((row, at) => rowEntry(item, row, at, changed))
  const itself = item.type === "group" ? [] : [{ item, title: item.text, words: linesOf(item, sheet.given(item.linkId)), changed: changed.includes(item.linkId) }]
  return [...itself, ...item.items.flatMap((each) => entries(each, { form, sheet, changed }))]
}

const rowEntry = (item, row, at, changed) => ({
  item,
  title: `${item.text} ${at + 1}`,
  words: item.items.flatMap((each) => linesOf(each, row[each.linkId]).map((words) => `${each.text}: ${words}`)),
  changed: changed.includes(item.linkId),
})
