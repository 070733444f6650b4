/** Who gave care before stands first by itself, where they could do it; others come first only with a reason. */
import { html } from "../html.js"
import { TextArea } from "../form/fields.js"

/** `matches` with the previous provider's at the head, and `previous`: they, if they could do it. */
export function previousFirst(matches, known) {
  const first = matches.find(({ fits, service_id: service }) => fits && service === known?.service_id)
  return first ? { matches: [first, ...matches.filter((each) => each !== first)], previous: known } : { matches, previous: null }
}

/** What the form proposes by itself: they alone are asked now, others if they cannot. */
export const proposed = (previous) => (previous ? { round: "previous_first", services: [previous.service_id] } : {})

/** Whether others are asked before them, or beside them. */
export const othersFirst = ({ round, services }, previous) =>
  Boolean(previous) && services.length > 0 && !(services[0] === previous.service_id && (round !== "broadcast" || services.length === 1))

export function PreviousFirst({ form, id, previous }) {
  if (!previous) return null
  return othersFirst(form.values, previous)
    ? html`<${TextArea} form=${form} id=${id} name="words" label=${`Why is ${previous.service} not asked first?`} hint=${`Previous provider: ${previous.words}. The reason is kept with the request.`} rows="2" />`
    : html`<p>${previous.service} is asked first: ${previous.words}. The others are asked if they cannot.</p>`
}
