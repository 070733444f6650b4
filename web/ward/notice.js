/** What was just done by hand and took a row from the list, or shows nowhere on it. Somebody who left by mistake is taken back from here. */
import { html, useEffect, useLayoutEffect, useRef, useState } from "../html.js"
import { Problem, put } from "../http.js"

/** {notice, tell, hide}. A notice is {words, left?: {spell, position}}; it goes when who left is back by other news. */
export function useNotice(spells) {
  const [notice, tell] = useState(null)
  const back = Boolean(notice?.left && spells.some(({ id, position }) => id === notice.left.spell.id && position > notice.left.position))
  // Only what is out of date goes: by now another may be told.
  useEffect(() => void (back && tell((told) => (told === notice ? null : told))), [back])
  return { notice, tell, hide: () => (tell(null), document.getElementById("main").focus({ preventScroll: true })) }
}

/** `onBack()` when the leaving was taken back; `canTakeBack` whether it may be. */
export function Notice({ notice, canTakeBack, serverTime, onBack, onHide }) {
  const [box, at] = [useRef(null), useRef(null)]
  const [refused, setRefused] = useState("")
  // The row that had the focus is gone, so the notice has it now.
  useLayoutEffect(() => (setRefused(""), (at.current = null), box.current.focus({ preventScroll: true })), [notice])

  async function takeBack() {
    at.current ??= serverTime() // told again it is the same
    try {
      await put(`/spells/${notice.left.spell.id}/reversal`, { what: "end", at: at.current, reason: "recorded_by_mistake" })
      onBack()
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      setRefused(problem.message)
    }
  }

  return html`<div class="hw-notice hw-just-done" role="group" aria-label="Just done" tabindex="-1" ref=${box}>
    <p>${notice.words}
      ${notice.left && canTakeBack && html` <button class="hw-link" type="button" onClick=${takeBack}>Take back</button>`}
      ${" "}<button class="hw-link" type="button" onClick=${onHide}>Hide</button></p>
    ${refused && html`<p class="hw-overdue" role="alert">Not taken back: ${refused}</p>`}
  </div>`
}
