/** Why somebody in hospital is still there, and who is waited for: a part of a line of their own page. */
import { html, useEffect, useRef, useState } from "../html.js"
import { Problem, get } from "../http.js"
import { oneAtATime } from "../reading.js"
import { Reason, WaitsFor } from "./words.js"

/** `news`: another value whenever something may have changed. Until it is read, the way to all of it. */
export function WhyNow({ spellId, codes, places, now, news }) {
  const [delay, setDelay] = useState(null)
  const path = useRef("")
  path.current = `/spells/${spellId}/delay`
  const read = useRef(
    oneAtATime(async () => {
      try {
        setDelay(await get(path.current))
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem
        setDelay(null)
      }
    }),
  ).current
  useEffect(() => void read(), [spellId, news, now])
  const way = html`<a href=${`/delays/${spellId}`}>Why still here</a>`
  if (!delay?.ready) return way
  return html`<span>${way}: <${Reason} codes=${codes} reason=${delay.spans.at(-1)?.reason ?? null} /><${WaitsFor} delay=${delay} codes=${codes} places=${places} /></span>`
}
