/** The frame of one part of the system: the way back, its heading, and what was just done. `draw(file)` draws it. */
import { html, useState } from "../html.js"
import { get } from "../http.js"

export function Part({ heading, says, first, draw, read = () => get("/system/export") }) {
  const [file, setFile] = useState(first)
  const [done, say] = useState("")
  const saved = async (receipt) => {
    setFile(await read())
    say(receipt.recorded ? "Saved. It counts from now on." : "Nothing was changed.")
  }
  return html`<div class="hw-system">
    <p><a href="/system">System</a></p>
    <h1 class="nhsuk-heading-m">${heading}</h1>
    <p>${says}</p>
    <p class="hw-done" role="status">${done}</p>
    ${draw(file, saved)}
  </div>`
}

/** A part that is read from the export alone. */
export const openPart = (heading, says, draw) => async (here) => {
  const first = await get("/system/export")
  return { live: null, content: () => html`<${Part} heading=${heading} says=${says} first=${first} draw=${(file, saved) => draw({ ...here, file, saved })} />` }
}

export const named = (entries) => entries.map(({ id, name }) => ({ code: id, words: name }))
