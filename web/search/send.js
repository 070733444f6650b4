/** Asking services: which of them could, which are full, which cannot and why; all at once or one after another. */
import { html, useEffect, useRef, useState } from "../html.js"
import { Checkboxes, Radios } from "../form/choices.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { post, put } from "../http.js"
import { newId } from "../ids.js"
import { PreviousFirst, othersFirst, previousFirst, proposed } from "./previous.js"

/** What services could do with a package now, the best prospect first. */
export const matchesOf = (needed) => post("/services/matches", needed).then(({ matches }) => matches)

const ROUNDS = [
  { code: "broadcast", words: "All of them at once" },
  { code: "ranked", words: "One after another, in this order" },
  { code: "previous_first", words: "The previous provider first, then the others" },
]

export function SendForm({ caseId, needed, asked, known, done }) {
  const [found, setFound] = useState(null)
  const id = useRef(newId())
  useEffect(() => void matchesOf(needed.package).catch(() => []).then(propose), [needed.etag])
  const out = new Set(asked.flatMap(({ offers }) => offers).filter(({ state }) => state !== "ended").map((offer) => offer.service_id))
  const form = useForm({
    initial: { round: "broadcast", services: [], words: "" },
    check: (values) => missing(values, { services: "Choose whom to ask", ...(othersFirst(values, found.previous) && { words: "Say why others come first" }) }),
    send: ({ words, ...values }) => put(`/cases/${caseId}/requests/${id.current}`, { ...values, words: othersFirst(values, found.previous) ? words : null }),
    done: () => {
      id.current = newId() // the next request is another one
      return done()
    },
  })
  function propose(matches) {
    const ordered = previousFirst(matches, known)
    setFound(ordered)
    form.setValues((values) => ({ ...values, ...proposed(ordered.previous) }))
  }
  if (!found) return html`<p class="hw-empty">Looking for services…</p>`
  const could = found.matches.filter(({ fits, service_id: service }) => fits && !out.has(service))
  const cannot = found.matches.filter(({ fits }) => !fits)
  return html`<${Form} form=${form} id="send" action="Ask them">
    ${could.length ? html`<${Checkboxes} form=${form} id="send" name="services" label="Whom to ask" options=${could.map((each) => ({ code: each.service_id, words: `${each.name}: ${each.words.toLowerCase()}` }))} />` : html`<p>No service of this line could do this now.</p>`}
    <${Radios} form=${form} id="send" name="round" label="How" options=${ROUNDS} />
    <${PreviousFirst} form=${form} id="send" previous=${found.previous} />
    ${cannot.length > 0 && html`<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${cannot.length} cannot</span></summary>
      <ul class="nhsuk-list">${cannot.map(({ name, reasons }) => html`<li key=${name}>${name}: ${reasons.map(({ words }) => words).join("; ")}</li>`)}</ul></details>`}
  <//>`
}
