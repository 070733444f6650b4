/** The address and practice of somebody on the ward, read anew as it opens, corrected by hand. */
import { CorrectHome } from "../home/correct.js"
import { html, useEffect, useState } from "../html.js"
import { Problem, get } from "../http.js"
import { nameOf } from "../names.js"
import { Dialog } from "./dialog.js"

/** `onSaid(receipt)`. */
export function HomeForm({ spell, onSaid, onClose }) {
  const [home, setHome] = useState(null)
  const [failed, setFailed] = useState("")

  async function read() {
    try {
      setHome(await get(`/spells/${spell.id}/home`))
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      setFailed(problem.message)
    }
  }

  useEffect(() => void read(), [])
  return html`<${Dialog} title=${`Where ${nameOf(spell.person)} lives`} onClose=${onClose}>
    ${home && html`<${CorrectHome} spellId=${spell.id} home=${home} done=${onSaid} refused=${read} onCancel=${onClose} />`}
    ${!home && html`<p class=${failed ? "hw-overdue" : "hw-quiet"} role="status">${failed || "Reading what is known…"}</p>`}
  <//>`
}
