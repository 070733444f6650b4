/** One item of the assessment beside what the service makes of it: accepts, asks, does not accept, found it different. */
import { html, useRef, useState } from "../html.js"
import { announce } from "../announce.js"
import { Said } from "../assessment/talk.js"
import { Radios } from "../form/choices.js"
import { TextArea } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { newId } from "../ids.js"

const ANSWERS = [{ code: "accept", words: "We accept it" }, { code: "query", words: "We ask" }, { code: "reject", words: "We do not accept it" }]
const DIFFERENT = { code: "different", words: "We found it different once they came" }

export function OwnItem({ item, page, offer, path, me, refresh }) {
  const [open, setOpen] = useState(false)
  const summary = useRef(null)

  async function sent(_, goOnTo) {
    await refresh()
    setOpen(false)
    goOnTo(summary.current)
    announce(`Sent: ${item.text}`)
  }

  const about = page.items.filter((each) => each.link_id === item.linkId)
  const found = page.found_different.filter((each) => each.link_id === item.linkId)
  return html`<div class="hw-talk">
    <${Said} about=${about} found=${found} me=${me} />
    <details class="nhsuk-details hw-told" open=${open} onToggle=${({ target }) => setOpen(target.open)}>
      <summary class="nhsuk-details__summary" ref=${summary}><span class="nhsuk-details__summary-text">Accept or ask<span class="nhsuk-u-visually-hidden">: ${item.text}</span></span></summary>
      ${open && html`<div class="nhsuk-details__text"><${Answer} item=${item} page=${page} offer=${offer} path=${path} done=${sent} /></div>`}
    </details>
  </div>`
}

function Answer({ item, page, offer, path, done }) {
  const id = `item-${offer.id}-${item.linkId}`
  const answer = useRef(newId())
  const form = useForm({
    initial: { answer: "", words: "" },
    check: (values) => missing(values, { answer: "Choose what you make of it", ...(values.answer !== "accept" && { words: "Say what, or why" }) }),
    send: (values) => put(...said(path, page, item, values, answer.current)),
    done,
  })
  return html`<${Form} form=${form} id=${id} action="Send">
    <${Radios} form=${form} id=${id} name="answer" label="What you make of it" options=${page.may_report ? [...ANSWERS, DIFFERENT] : ANSWERS} />
    <${TextArea} form=${form} id=${id} name="words" label="In words" rows=${2} />
  <//>`
}

function said(path, { assessment_id }, { linkId }, { answer, words }, answer_id) {
  if (answer === "different") return [`${path}/found-different`, { answer_id, assessment_id, link_id: linkId, how: words }]
  return [`${path}/items/${encodeURIComponent(linkId)}`, { answer_id, assessment_id, answer, words: words.trim() || null }]
}
