/** Where the person's home belongs: address and practice, council, ICB, locality and hub, or out of area and whom to tell. */
import { html, useState } from "../html.js"
import { CorrectHome } from "../home/correct.js"
import { outOfArea, whomToTell } from "../home/words.js"
import { may } from "../session.js"
import { Facts } from "./facts.js"

const BUTTON = "home-change"

export function Home({ details, me, places, refresh }) {
  const { case: kase, home, person, where_next: said, known_at: knownAt } = details
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState("")
  const { routing } = home
  // What the way out says already is not said twice.
  const tell = whomToTell({ ...routing, words: said.some(({ circumstance }) => circumstance === routing.circumstance) ? null : routing.words })

  function shut(words) {
    setOpen(false)
    setDone(words)
    setTimeout(() => document.getElementById(BUTTON)?.focus())
  }

  return html`<section class="hw-part" aria-labelledby="home-title">
    <h2 class="nhsuk-heading-s" id="home-title">Home</h2>
    ${outOfArea(routing) && html`<p><strong class="nhsuk-tag nhsuk-tag--pink">${outOfArea(routing)}</strong></p>`}
    ${tell && html`<p class="hw-notice">${tell}${routing.local_default && html` <span class="hw-quiet">(our local guide)</span>`}</p>`}
    <${Facts} facts=${[
      ["Address", [...home.address, home.postcode].filter(Boolean).join(", ") || "Not known"],
      ["GP practice", practiceWords(home)],
      ["Council", routing.council?.name],
      ["ICB", routing.icb?.name],
      ["Locality", routing.locality],
      ["Hub", hubWords(routing, kase, places)],
    ]} />
    ${routing.questions.map(({ code, words }) => html`<p class="hw-quiet" key=${code}>${words}</p>`)}
    <p class="hw-home__done"><span class="hw-field-done" role="status">${done}</span></p>
    ${person && !knownAt && may(me, "record_details") && !open && html`<button class="hw-link" id=${BUTTON} type="button" onClick=${() => (setDone(""), setOpen(true))}>Change address or practice</button>`}
    ${open && html`<div class="hw-field-form"><${CorrectHome} spellId=${kase.spell_id} home=${home} refused=${refresh} onCancel=${() => shut("")}
      done=${async () => (await refresh(), shut("Changed."))} /></div>`}
  </section>`
}

const practiceWords = ({ practice, routing }) => (routing.practice ? `${routing.practice.name} (${routing.practice.code})` : practice)

/** The hub of the home; where another has the case, that one is named too. */
function hubWords({ hub_id: hub }, { scope }, places) {
  const name = (id) => places.get(id)?.name ?? "a hub not on the list"
  if (!hub) return ""
  return hub === scope ? name(hub) : `${name(hub)}; the case is with ${name(scope)}`
}
