/** Keep or release? What who holds something is asked; each answer is one press. */
import { focusNow } from "../focus.js"
import { html, useRef, useState } from "../html.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { wordsOf } from "../session.js"
import { slot } from "../time.js"
import { askedWords } from "./words.js"

const HOUR = 3_600_000

/**
 * `about` names what is held, for who cannot see it; `until` is when it would be needed, if that is agreed; `focus` what
 * has the focus when the question is gone.
 */
export function KeepOrRelease({ question: { cause, asked_at: since }, about, until, path, focus = null, codes, now, done }) {
  const [problem, setProblem] = useState("")
  const id = useRef(newId())

  async function answer(said) {
    setProblem("")
    const goOnTo = focusNow()
    try {
      await put(`${path}/keep-or-release`, { answer_id: id.current, ...said })
      id.current = newId() // the next answer is another one
      done(said.answer === "keep" ? `Kept until ${slot(said.until, now)}: ${about}.` : `Released: ${about}.`, goOnTo)
    } catch ({ message }) {
      setProblem(message)
    }
  }

  const button = (words, said, quiet) => html`<button class=${`nhsuk-button nhsuk-button--small ${quiet ? "nhsuk-button--secondary" : ""}`} type="button" data-focus=${focus} onClick=${() => answer(said())}>${words}<span class="nhsuk-u-visually-hidden">: ${about}</span></button>`
  return html`<div class="hw-notice hw-question" role="group" aria-label=${`Keep or release: ${about}`}>
    <p><strong>Keep or release?</strong> ${wordsOf(codes.unsettled, cause)} <span class="hw-quiet">· ${askedWords(since, now)}</span></p>
    <div class="nhsuk-button-group nhsuk-button-group--small hw-no-print">
      ${until > now && button(`Keep until ${slot(until, now)}`, () => ({ answer: "keep", until }))}
      ${button("Keep for 24 hours", () => ({ answer: "keep", until: new Date(Date.now() + 24 * HOUR).toISOString() }))}
      ${button("Release", () => ({ answer: "release" }), true)}
    </div>
    ${problem && html`<p class="hw-overdue" role="alert">${problem}</p>`}
  </div>`
}
