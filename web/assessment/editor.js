/** An assessment being filled in, a section at a time, until it is signed. Nothing typed is lost: the draft is on the server. */
import { SavesOnLeaving } from "../referral/use-referral.js"
import { DraftState } from "../referral/draft-state.js"
import { html, useLayoutEffect, useRef, useState } from "../html.js"
import { Contest } from "./contest.js"
import { Items } from "./item.js"
import { Signing, isParticular } from "./signing.js"
import { Steps } from "./steps.js"
import { useAssessment } from "./use-assessment.js"

const ID = "a"

/** `work` as `useAssessment` takes it, with `sources`: what was begun with, and where from. `talk(item)`: what services say of an item. */
export function Editor({ work, draft, lists, me, now, talk, onSigned, onLeave }) {
  const asked = work.form
  const { form, answers, sheet } = useAssessment({ work, draft, onSigned })
  const [at, setAt] = useState(0)
  const heading = useRef(null)
  const focus = useRef(null)
  const last = asked.sections.length - 1
  const section = asked.sections[at]

  /** Opens a section, and goes to one of its fields where one is named. */
  function go(number, field = null) {
    focus.current = field ?? "heading"
    if (number === at) moveFocus()
    else setAt(number)
  }

  function moveFocus() {
    const wanted = focus.current
    focus.current = null
    if (!wanted) return
    const there = wanted === "heading" ? null : document.getElementById(`${ID}-${wanted}`)
    ;(there ?? heading.current)?.focus()
    if (!there) heading.current?.scrollIntoView({ block: "nearest" })
  }
  useLayoutEffect(moveFocus, [at])

  const submit = (event) => (at === last ? form.submit(event) : (event.preventDefault(), go(at + 1)))
  const sectionOf = (error) => (isParticular(error.field) || error.field.startsWith("seen") ? last : Math.max(0, asked.sections.indexOf(asked.places.get(error.linkId ?? error.field)?.section)))
  const sourceOf = (linkId) => (JSON.stringify(answers[linkId]) === JSON.stringify(work.started?.answers[linkId]) ? work.started?.sources[linkId] : null)
  return html`<div class="hw-assess">
    <${Steps} form=${asked} sheet=${sheet} at=${at} onGo=${go} />
    <${SavesOnLeaving} draft=${draft}>
      <form class="hw-assess__form" ref=${form.box} onSubmit=${submit} noValidate aria-busy=${form.busy}>
        <${Errors} form=${form} onGo=${(error) => go(sectionOf(error), error.field)} titleOf=${(error) => asked.places.get(error.linkId)?.item.text} />
        <section class="hw-part hw-field" aria-labelledby="section">
          <h2 class="nhsuk-heading-s" id="section" tabindex="-1" ref=${heading}>${section.text}</h2>
          <${Items} items=${section.items} form=${form} id=${ID} sheet=${sheet} sourceOf=${sourceOf} talk=${talk} />
          ${at === last && html`<${Signing} form=${form} id=${ID} lists=${lists} me=${me} now=${now} />`}
        </section>
        <${Contest} draft=${draft} form=${asked} />
        <div class="hw-referral__state"><${DraftState} draft=${draft} /></div>
        <div class="nhsuk-button-group nhsuk-button-group--small">
          ${at > 0 && html`<button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${() => go(at - 1)}>Back</button>`}
          ${at < last && html`<button class="nhsuk-button nhsuk-button--small" type="submit">Next section</button>`}
          ${at === last && html`<button class="nhsuk-button nhsuk-button--small" type="submit" aria-disabled=${form.busy}>${form.busy ? "Sending…" : "Sign the assessment"}</button>`}
          <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${async () => (await draft.save()) && onLeave()}>Leave it for now</button>
        </div>
      </form>
    <//>
  </div>`
}

/** What is wrong, each with the way to its section and field. */
function Errors({ form: { errors, problem }, onGo, titleOf }) {
  if (!errors.length && !problem) return null
  return html`<div class="nhsuk-error-summary hw-errors" role="alert" tabindex="-1">
    <p class="nhsuk-error-summary__title hw-errors__title"><strong>${errors.length ? "There is a problem" : "This was not done"}</strong></p>
    ${problem && html`<p>${problem.message}</p>`}
    <ul class="nhsuk-list nhsuk-error-summary__list">
      ${errors.map((error) => html`<li><a href=${`#${ID}-${error.field}`} onClick=${(event) => (event.preventDefault(), onGo(error))}>${titleOf(error) ? `${titleOf(error)}: ${error.words}` : error.words}</a></li>`)}
    </ul>
  </div>`
}
