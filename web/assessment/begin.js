/** The ways to fill in an assessment: go on with the draft, make a new version, or begin one. */
import { html, useState } from "../html.js"
import { Problem } from "../http.js"
import { localTime, shortDate } from "../time.js"

export function Begin({ its: { draft, signed, lists }, open, refresh }) {
  const [problem, setProblem] = useState("")
  const act = (what) => async () => {
    setProblem("")
    await open(what).catch((refusal) => {
      if (!(refusal instanceof Problem)) throw refusal
      setProblem(refusal.message)
      refresh()
    })
  }
  const button = (words, what, kind = "nhsuk-button--secondary") => html`<button class=${`nhsuk-button nhsuk-button--small ${kind}`} type="button" onClick=${act(what)}>${words}</button>`
  return html`<div class="hw-begin">
    ${draft && html`<p>${draft.saved_by} filled in a draft, last saved ${shortDate(draft.saved_at)} ${localTime(draft.saved_at)}.</p>`}
    ${problem && html`<p role="alert" class="hw-overdue">${problem}</p>`}
    <div class="nhsuk-button-group nhsuk-button-group--small">
      ${draft && button("Go on with the draft", { what: "draft" }, "")}
      ${draft && button("Throw the draft away", { what: "discard" })}
      ${!draft && signed && button("Make a new version", { what: "version" }, "")}
      ${!draft && lists.forms.filter((each) => each.in_force).map(({ id, title }) => button(`Begin: ${title.toLowerCase()}`, { what: "new", form: id }, signed || id === "restart" ? "nhsuk-button--secondary" : ""))}
    </div>
  </div>`
}
