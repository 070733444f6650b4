/** The sections at the side: which one is open, how much of each is answered, and where something must still be said. */
import { html } from "../html.js"
import { isQuestion } from "./questionnaire.js"

/** {asked, answered, missing} of a section: questions asked now, those answered, those that must be and are not. */
export function progress(section, sheet) {
  const questions = section.items.flatMap((item) => questionsIn(item, sheet))
  const answered = questions.filter(({ linkId }) => sheet.given(linkId).length > 0)
  const missing = questions.filter(({ linkId, required }) => required && !sheet.given(linkId).length)
  return { asked: questions.length, answered: answered.length, missing: missing.length }
}

/** A group that repeats counts once, answered when it has a row. */
function questionsIn(item, sheet) {
  if (item.readOnly || !sheet.asks(item.linkId)) return []
  const itself = isQuestion(item) || (item.type === "group" && item.repeats) ? [item] : []
  const beneath = item.type === "group" && item.repeats ? [] : item.items.flatMap((each) => questionsIn(each, sheet))
  return [...itself, ...beneath]
}

export function Steps({ form, sheet, at, onGo }) {
  return html`<nav class="hw-steps" aria-label="Sections">
    <ol class="hw-steps__list">${form.sections.map((section, number) => html`<li key=${section.linkId}>
      <button class="hw-step" type="button" aria-current=${number === at ? "step" : null} onClick=${() => onGo(number)}>
        <span>${section.text}</span> <span class="hw-step__state">${stateWords(progress(section, sheet))}</span>
      </button>
    </li>`)}</ol>
  </nav>`
}

function stateWords({ asked, answered, missing }) {
  if (missing) return html`<strong>${missing} to answer</strong>`
  return answered === asked ? "Done" : `${answered} of ${asked}`
}
