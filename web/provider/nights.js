/** The nights that somebody waited in hospital for one of our services: agreed, contested, settled until the snapshot. */
import { Saying } from "../delays/nights.js"
import { reasonWords } from "../delays/words.js"
import { focusNow } from "../focus.js"
import { html, useEffect, useRef, useState } from "../html.js"
import { get, put } from "../http.js"
import { oneAtATime } from "../reading.js"
import { wordsOf } from "../session.js"
import { shortDate, slot } from "../time.js"

/** `news` is another value whenever a night may have come: nights are no rows of this page's feed. */
export function OwnNights({ codes, now, news }) {
  const [nights, setNights] = useState(null)
  const [said, setSaid] = useState("")
  const heading = useRef(null)

  const read = useRef(oneAtATime(() => get("/nights").then((page) => setNights(page.nights)).catch((problem) => setSaid(problem.message)))).current
  useEffect(() => void read(), [news])

  async function done(words, goOnTo) {
    setSaid(words)
    goOnTo(heading.current)
    await read()
  }

  function agree(night) {
    const goOnTo = focusNow()
    return put(`/nights/${night.night_id}/agreement`, {}).then(() => done("Agreed.", goOnTo), (problem) => setSaid(problem.message))
  }

  if (!nights?.length) return said && html`<p role="status">${said}</p>`
  return html`<section class="hw-own-nights" aria-labelledby="own-nights">
    <h2 class="nhsuk-heading-s" id="own-nights" tabindex="-1" ref=${heading}>Nights put down to you <span class="hw-quiet">(${nights.length})</span></h2>
    <p class="hw-quiet">Somebody who was ready to leave spent these nights in hospital, waiting for a service of yours by what was known at midnight.</p>
    <p role="status">${said}</p>
    <ul class="hw-offers">${nights.map((night) => html`<${Night} key=${night.night_id} night=${night} codes=${codes} now=${now} agree=${agree} done=${done} refused=${read} />`)}</ul>
  </section>`
}

const HOW = { agrees: "agrees", contests: "contests it", would_settle: "would settle on" }

function Night({ night, codes, now, agree, done, refused }) {
  const [saying, setSaying] = useState("")
  const open = now < night.contest_until && !night.settled
  const disputed = night.said.some(({ said }) => said === "contests") && !night.settled
  const whose = html`<span class="nhsuk-u-visually-hidden">: night of ${shortDate(night.night)}</span>`
  const say = (what, words) => html`<button class="hw-link" type="button" onClick=${() => setSaying(what)}>${words}${whose}</button>`
  return html`<li class="hw-offer">
    <p><strong>Night of ${shortDate(night.night)}</strong> · ${reasonWords(codes, night.settled ?? night.reason)}
      ${disputed && html` <strong class="nhsuk-tag nhsuk-tag--yellow">Contested</strong>`}
      ${night.settled && html` <strong class="nhsuk-tag nhsuk-tag--green">Settled</strong>`}</p>
    <p class="hw-quiet">${[night.name, night.service, night.line && wordsOf(codes.service_lines, night.line)].filter(Boolean).join(" · ")}</p>
    ${night.said.map((each, n) => html`<p key=${n}>${each.organisation} ${HOW[each.said]}${each.reason && `: ${reasonWords(codes, each.reason)}`} ${each.words && html`<span class="hw-said">${each.words}</span>`}</p>`)}
    <p class="hw-quiet">${now < night.contest_until ? `May be contested until ${slot(night.contest_until, now)}` : "Reported: it can be contested no longer"}</p>
    ${open && !saying && html`<p class="hw-offer__can">
      <button class="hw-link" type="button" onClick=${() => agree(night)}>Agree${whose}</button>
      ${say("contest", "Contest")}${disputed && say("settlement", "Settle")}
    </p>`}
    ${saying && html`<${Saying} what=${saying} id=${`${saying}-${night.night_id}`} of=${`/nights/${night.night_id}`} codes=${codes} hint="Ward and hub read this. Name nobody." cancel=${() => setSaying("")} done=${(words, goOnTo) => (setSaying(""), done(words, goOnTo))} refused=${refused} />`}
  </li>`
}
