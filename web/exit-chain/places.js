/** For who runs a service: the places that their people are to leave, and by how many each is waited for, unnamed. */
import { html, useEffect, useState } from "../html.js"
import { get } from "../http.js"
import { oneAtATime } from "../reading.js"
import { localDate, shortDate, slot } from "../time.js"
import { people } from "../weekend/words.js"
import { byWords } from "./words.js"

/** `news` changes when anything moved, and each minute. */
export function PlacesToFree({ news, now }) {
  const [told, setTold] = useState(null)
  const [read] = useState(() => oneAtATime(() => get("/exit-chain/places").then(setTold).catch(() => {})))
  useEffect(() => void read(), [news])
  if (!told?.places.length) return null
  return html`<section aria-labelledby="to-free">
    <h2 class="nhsuk-heading-s" id="to-free">Places that come free <span class="hw-quiet">(${told.places.length})</span></h2>
    <ul class="hw-offers">${told.places.map((place) => html`<li class="hw-offer" key=${place.stay_id}>
      <p><strong>${place.service}</strong>: ${place.name} <span class=${place.passed ? "hw-overdue" : ""}>${leaves(place, now)}</span></p>
      <p>${waited(place.wanted_by)}</p>
    </li>`)}</ul>
  </section>`
}

function leaves({ at, passed }, now) {
  if (passed) return `was to have left ${slot(at, now)}: plan the exit anew, or discharge them`
  const on = localDate(at)
  return `leaves ${on === localDate(now) ? "today" : shortDate(on)} ${byWords(at, on, now)}`
}

const waited = (number) => (number ? html`Waited for by <strong>${people(number)}</strong>.` : "Nobody waits for it.")
