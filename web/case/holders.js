/** Who holds what for the way home, as a part of the case's page: each with what it answered, or is asked. */
import { html, useEffect, useRef, useState } from "../html.js"
import { KeepOrRelease } from "../holding/keep-or-release.js"
import { may, wordsOf } from "../session.js"
import { slot } from "../time.js"

const LOST = { place_gone: "the place is taken since", time_passed: "its time has passed" }
const STATES = { confirmed: "booked for", done: "arranged", started: "begun" }

export function Holders({ details, me, codes, now, refresh }) {
  const { holders, lost, case: kase, known_at: knownAt } = details
  const [said, say] = useState("")
  const heading = useRef(null)
  useEffect(() => location.hash === "#holders" && heading.current?.focus(), [])
  if (!holders.length && !lost.length) return null
  const waiting = holders.filter(({ cause }) => cause).length

  async function done(words, goOnTo) {
    say(words)
    goOnTo(heading.current)
    await refresh()
  }

  return html`<section class="hw-part" aria-labelledby="holders">
    <h2 class="nhsuk-heading-s" id="holders" tabindex="-1" ref=${heading}>Who holds what ${waiting > 0 && html`<span class="hw-count">${waiting}</span><span class="nhsuk-u-visually-hidden"> not answered</span>`}</h2>
    <p class="hw-done" role="status">${said}</p>
    ${lost.map((each) => html`<p class="hw-notice" key=${each.service}>Lost while the person was recorded as dead: <strong>${each.service}</strong>, ${LOST[each.why]}. Ask services again.</p>`)}
    <ul class="hw-tasks__list">${holders.map((each) => html`<li class="hw-task" key=${each.holder_id}>
      <p><strong>${wordsOf(codes.holders, each.kind)}</strong> · ${each.what}</p>
      <p class="hw-quiet">${[stateWords(each, now), each.owner_name].filter(Boolean).join(" · ")}</p>
      ${each.kept_until && html`<p class=${each.kept_until < now ? "hw-overdue" : ""}>${each.kept_until < now ? "Was kept until" : "Kept until"} ${slot(each.kept_until, now)}</p>`}
      ${each.cause && (knownAt || !mayAnswer(me, each) ? html`<p class="hw-overdue">Asked whether it is kept, no answer yet</p>` : html`<${KeepOrRelease} question=${each} about=${each.what} until=${each.kind === "service" ? each.until : kase.leave_at} path=${pathOf(each, kase)} codes=${codes} now=${now} done=${done} />`)}
    </li>`)}</ul>
  </section>`
}

const mayAnswer = (me, { kind }) => may(me, kind === "service" ? "answer_for_place" : "answer_for_work")

const pathOf = ({ kind, holder_id: id }, kase) => (kind === "service" ? `/offers/${id}` : `/cases/${kase.id}/tasks/${id}`)

/** "booked for Fri 10:00", "held until Fri 10:00", "arranged". */
function stateWords({ state, until }, now) {
  const words = STATES[state] ?? "held until"
  return until ? `${words} ${slot(until, now)}` : words
}
