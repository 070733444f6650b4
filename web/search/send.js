/** Asking services: which of them could, which are full, which cannot and why; all at once or one after another. */
import { html, useEffect, useRef, useState } from "../html.js"
import { Checkboxes, Radios } from "../form/choices.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { post, put } from "../http.js"
import { newId } from "../ids.js"

/** What services could do with a package now, the best prospect first. */
export const matchesOf = (needed) => post("/services/matches", needed).then(({ matches }) => matches)

const ROUNDS = [
  { code: "broadcast", words: "All of them at once" },
  { code: "ranked", words: "One after another, in this order" },
  { code: "previous_first", words: "The previous provider first, then the others" },
]

export function SendForm({ caseId, needed, asked, done }) {
  const [matches, setMatches] = useState(null)
  const id = useRef(newId())
  useEffect(() => void matchesOf(needed.package).then(setMatches).catch(() => setMatches([])), [needed.etag])
  const out = new Set(asked.flatMap(({ offers }) => offers).filter(({ state }) => state !== "ended").map((offer) => offer.service_id))
  const form = useForm({
    initial: { round: "broadcast", services: [] },
    check: (values) => missing(values, { services: "Choose whom to ask" }),
    send: ({ round, services }) => put(`/cases/${caseId}/requests/${id.current}`, { round, services }),
    done: () => {
      id.current = newId() // the next request is another one
      return done()
    },
  })
  if (!matches) return html`<p class="hw-empty">Looking for services…</p>`
  const could = matches.filter(({ fits, service_id: service }) => fits && !out.has(service))
  const cannot = matches.filter(({ fits }) => !fits)
  return html`<${Form} form=${form} id="send" action="Ask them">
    ${could.length ? html`<${Checkboxes} form=${form} id="send" name="services" label="Whom to ask" options=${could.map((each) => ({ code: each.service_id, words: `${each.name}: ${each.words.toLowerCase()}` }))} />` : html`<p>No service of this line could do this now.</p>`}
    <${Radios} form=${form} id="send" name="round" label="How" options=${ROUNDS} />
    ${cannot.length > 0 && html`<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${cannot.length} cannot</span></summary>
      <ul class="nhsuk-list">${cannot.map(({ name, reasons }) => html`<li key=${name}>${name}: ${reasons.map(({ words }) => words).join("; ")}</li>`)}</ul></details>`}
  <//>`
}
