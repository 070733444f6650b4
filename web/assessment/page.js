/** The assessment of a case: read, begun, gone on with, made anew. One thing at a time. */
import { html, useEffect, useRef, useState } from "../html.js"
import { PrintHead } from "../case/print.js"
import { nameOf } from "../names.js"
import { may } from "../session.js"
import { Begin } from "./begin.js"
import { Editor } from "./editor.js"
import { Gaps } from "./gaps.js"
import { Reading } from "./reading.js"
import { StillTrue } from "./still-true.js"
import { Talk } from "./talk.js"

/** `its` as `readAll` of main.js answers; `open(what)` leads to the work of filling in. */
export function AssessmentPage({ me, live, store, its, refresh, open, leave }) {
  const now = live.minute.value
  const { details, signed, form, lists, gaps, work } = its.value
  const [said, setSaid] = useState("")
  const caseId = details.case.id
  const services = [...store.services.value.values()].map(({ id, name }) => ({ code: id, words: name })).sort((a, b) => a.words.localeCompare(b.words))
  const path = signed && `/cases/${caseId}/assessments/${signed.assessment_id}`
  const talk = signed ? (item) => html`<${Talk} item=${item} signed=${signed} path=${path} me=${me} services=${services} refresh=${refresh} />` : () => null
  const title = useRef(null)
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) title.current?.focus()
    first.current = false
  }, [Boolean(work)])

  async function onSigned() {
    await leave()
    setSaid("Signed. Services may rely on it for 72 hours.")
  }

  return html`<div class="hw-case hw-assessment">
    <${PrintHead} details=${details} me=${me} now=${now} />
    <div class="hw-title"><h1 class="nhsuk-heading-m" tabindex="-1" ref=${title}>Assessment: ${nameOf(details.person)}</h1>
      <p><a href=${`/cases/${caseId}`}>The case</a></p></div>
    <p class="hw-done" role="status">${said}</p>
    ${work
      ? html`<${Editor} key=${work.assessmentId} work=${work} draft=${work.draft} lists=${lists} me=${me} now=${now} talk=${signed?.assessment_id === work.assessmentId ? (item) => html`<${Queries} item=${item} signed=${signed} />` : null} onSigned=${onSigned} onLeave=${leave} />`
      : html`
        ${may(me, "sign_assessment") && details.case.stage !== "closed" && html`<${Begin} its=${its.value} now=${now} open=${(what) => (setSaid(""), open(what))} refresh=${refresh} />`}
        ${signed && html`<${StillTrue} signed=${signed} path=${path} me=${me} now=${now} refresh=${refresh} />`}
        ${signed && html`<${Gaps} gaps=${gaps} />`}
        ${signed ? html`<${Reading} signed=${signed} form=${form} lists=${lists} talk=${talk} />` : html`<p class="hw-empty">Nobody has signed an assessment on this case yet.</p>`}`}
  </div>`
}

/** While a new version is filled in: what services ask about an item, to be answered by it. */
const Queries = ({ item, signed }) => signed.items.filter((each) => each.open && each.link_id === item.linkId).map((each) => html`<p class="hw-notice" key=${each.service_id}><strong>${each.service}:</strong> “${each.said.at(-1).words}”</p>`)
