/** On a case whose service is still sought: by whose leaving they could go, or why nothing that is expected helps. */
import { html, useEffect, useState } from "../html.js"
import { get } from "../http.js"
import { oneAtATime } from "../reading.js"
import { ifWords, onWords } from "./words.js"

/** `news` changes when the case moved, and each minute. */
export function Waits({ caseId, news, now }) {
  const [told, setTold] = useState(null)
  const [read] = useState(() => oneAtATime(() => get(`/exit-chain?case_id=${caseId}`).then(setTold).catch(() => {})))
  useEffect(() => void read(), [news])
  const [move, stuck] = [told?.moves[0], told?.stuck[0]]
  if (move) return html`<p>Could go to <strong>${move.service}</strong> ${onWords(move.on, now)}: ${ifWords(move, now)}. <a href="/who-frees-what">Who frees what</a></p>`
  if (stuck) return html`<p>${stuck.words}${stuck.against.length ? `: ${stuck.against.join(", ").toLowerCase()}` : ""}. <a href="/who-frees-what">Who frees what</a></p>`
  return null
}
