/**
 * The trusted assessment as a service reads it: a version is read by saying so, which is logged; then item by item,
 * each with what the service makes of it.
 */
import { html, useEffect, useRef, useState } from "../html.js"
import { formOf } from "../assessment/questionnaire.js"
import { Sections } from "../assessment/reading.js"
import { Facts } from "../case/facts.js"
import { get, put } from "../http.js"
import { newId } from "../ids.js"
import { oneAtATime } from "../reading.js"
import { localTime, shortDate } from "../time.js"
import { OwnItem } from "./own-item.js"

const moment = (at) => `${shortDate(at)} ${localTime(at)}`

export function Assessment({ offer, me, now }) {
  const [open, setOpen] = useState(false)
  const [its, setIts] = useState(null)
  const [said, setSaid] = useState("")
  const answer = useRef(newId())
  const path = `/offers/${offer.id}/trusted-assessment`

  const refresh = useRef(oneAtATime(() => readAll(path).then(setIts).catch((problem) => setSaid(problem.message)))).current
  useEffect(() => {
    if (open && offer.assessment_read) refresh()
  }, [open, offer.position, now])

  async function show() {
    setSaid("")
    if (open && offer.assessment_read) return setOpen(false)
    try {
      if (!offer.assessment_read) await put(`${path}/reading`, { answer_id: answer.current })
      answer.current = newId() // the next version is read anew
      await refresh()
      setOpen(true)
    } catch (problem) {
      setSaid(problem.message)
    }
  }

  const shown = open && its?.page.read && its
  return html`<div class="hw-offer__assessment">
    <div class="nhsuk-button-group nhsuk-button-group--small"><button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" aria-expanded=${Boolean(shown)} onClick=${show}>${shown ? "Close the assessment" : wordsFor(offer, open)}</button></div>
    <p role="status">${said || (offer.items_open > 0 ? `${offer.items_open} not answered yet` : "")}</p>
    ${shown && html`<${Shown} its=${its} offer=${offer} path=${path} me=${me} refresh=${refresh} />`}
  </div>`
}

const wordsFor = (offer, open) => (open && !offer.assessment_read ? `Signed anew: read version ${offer.assessment_number}` : `Read the trusted assessment, version ${offer.assessment_number}`)

function Shown({ its: { page, form, lists }, offer, path, me, refresh }) {
  const wordsOf = (list, code) => list.find((each) => each.code === code)?.words ?? code
  const talk = (item) => html`<${OwnItem} item=${item} page=${page} offer=${offer} path=${path} me=${me} refresh=${refresh} />`
  return html`<div class="hw-offer__detail">
    <h4 class="nhsuk-heading-xs">${page.title}</h4>
    <${Facts} facts=${[
      ["Signed", `${moment(page.signed_at)}${page.by ? ` by ${page.by}${page.employer ? `, ${page.employer}` : ""}` : ""}`],
      ["Relied on", page.valid ? `until ${moment(page.valid_until)}` : "no more: ask the hub whether it is still true"],
      ["Competency", wordsOf(lists.competencies, page.competency)],
      ["Agreement", wordsOf(lists.agreements, page.agreement)],
      ["Seen", [wordsOf(lists.seen_where, page.seen_where), moment(page.seen_at), page.seen_with && `with ${page.seen_with}`].filter(Boolean).join(", ")],
    ]} />
    <${Sections} id=${`read-${offer.id}`} level="h5" form=${form} answers=${page.answers} changed=${page.changed} talk=${talk} />
  </div>`
}

const forms = new Map()

/** The assessment with its form and the words of its lists; a form is read once. */
async function readAll(path) {
  const page = await get(path)
  const key = `/assessment-forms/${page.form}/${page.form_version}`
  if (!forms.has(key)) forms.set(key, Promise.all([get(key).then(formOf), get("/assessment-forms")]).catch((problem) => (forms.delete(key), Promise.reject(problem))))
  const [form, lists] = await forms.get(key)
  return { page, form, lists }
}
