/** What happened on somebody's stay, in words, whether or not they have a case: every review, date and move, by whom. */
import { Happenings } from "../case/timeline.js"
import { html, useEffect, useState } from "../html.js"
import { Problem, get } from "../http.js"
import { nameOf } from "../names.js"
import { Dialog } from "./dialog.js"

/** `spell`: {id, person}. */
export function Story({ spell, codes, onClose }) {
  const [{ entries, words }, setRead] = useState({ words: "Reading…" })
  useEffect(() => void read(spell).then(setRead), [])
  return html`<${Dialog} title=${`What happened: ${nameOf(spell.person)}`} onClose=${onClose}>
    <div tabindex="-1" autofocus>
      ${words && html`<p role="status">${words}</p>`}
      ${entries && html`<${Happenings} entries=${entries} codes=${codes} />`}
    </div>
    <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small hw-story__close" type="button" onClick=${onClose}>Close</button>
  <//>`
}

async function read(spell) {
  try {
    return { entries: (await get(`/spells/${spell.id}`)).timeline }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return { words: problem.message }
  }
}
