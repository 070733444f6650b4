/** What services say of one item, beside it: what was said, how to reply, and, for the hub, what a service says by phone. */
import { html, useState } from "../html.js"
import { Radios } from "../form/choices.js"
import { Form } from "../form/form.js"
import { Select, TextArea } from "../form/fields.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { may } from "../session.js"
import { localTime, shortDate } from "../time.js"

const STANDING = { accepted: "accepts this", queried: "asks", rejected: "does not accept this", answered: "was answered", changed: "has not seen the new answer yet" }
const SAID = { accepted: "Accepted", queried: "Asked", rejected: "Not accepted", answered: "Answered" }
const ANSWERS = [{ code: "accept", words: "Accepts" }, { code: "query", words: "Asks" }, { code: "reject", words: "Does not accept" }]

/** `signed` is the assessment; `services` [{code, words}] whom the hub may answer for. */
export function Talk({ item, signed, path, me, services, refresh }) {
  const about = signed.items.filter((each) => each.link_id === item.linkId)
  const found = signed.found_different.filter((each) => each.link_id === item.linkId)
  return html`<div class="hw-talk">
    <${Said} about=${about} found=${found} path=${path} me=${me} refresh=${refresh} />
    ${may(me, "report_difference") && html`<${Told} item=${item} path=${path} me=${me} services=${services} refresh=${refresh} />`}
  </div>`
}

/** What was said of one item: by each service, and what was found different. */
export const Said = ({ about, found, ...its }) => html`
  ${about.map((each) => html`<${Service} key=${each.service_id} about=${each} ...${its} />`)}
  ${found.map(({ how, service, by, at }) => html`<p class="hw-notice"><strong>Found different on arrival</strong>${service ? `, ${service}` : ""}: “${how}” <span class="hw-quiet">${by}, ${shortDate(at)}</span></p>`)}`

function Service({ about, path, me, refresh }) {
  return html`<div class=${about.open ? "hw-notice" : "hw-talk__quiet"}>
    <p><strong>${about.service} ${STANDING[about.standing]}</strong></p>
    <ol class="hw-answer">${about.said.map(({ what, words, by, at }) => html`<li><span class="hw-quiet">${SAID[what]}, ${by}, ${shortDate(at)} ${localTime(at)}</span>${words ? `: “${words}”` : ""}</li>`)}</ol>
    ${about.open && may(me, "reply_to_service") && html`<${Reply} about=${about} path=${path} refresh=${refresh} />`}
  </div>`
}

function Reply({ about, path, refresh }) {
  const id = `reply-${about.link_id}-${about.service_id}`
  const [replyId] = useState(newId)
  const form = useForm({
    initial: { words: "" },
    check: (values) => missing(values, { words: "Write the answer" }),
    send: ({ words }) => put(`${path}/items/${encodeURIComponent(about.link_id)}/replies/${replyId}`, { service_id: about.service_id, words }),
    done: refresh,
    refused: refresh,
  })
  return html`<${Form} form=${form} id=${id} action=${`Answer ${about.service}`}>
    <${TextArea} form=${form} id=${id} name="words" label=${`Answer to ${about.service}`} hint="To change the answer itself, make a new version." rows=${2} />
  <//>`
}

/** What was told by phone: a service accepts, asks or does not accept, or found it different on arrival. */
function Told({ item, path, me, services, refresh }) {
  const id = `told-${item.linkId}`
  const [sentId, setSentId] = useState(newId)
  const kinds = [...(may(me, "answer_item") ? ANSWERS : []), { code: "different", words: "Found it different on arrival" }]
  const form = useForm({
    initial: { service_id: "", answer: "", words: "" },
    check: (values) => missing(values, { service_id: "Choose the service", answer: "Choose what it says", ...(values.answer !== "accept" && { words: "Say what, or why" }) }),
    send: (values) => put(...told(path, item, values, sentId)),
    done: async () => (form.setValues({ service_id: "", answer: "", words: "" }), setSentId(newId()), await refresh()),
    refused: refresh,
  })
  return html`<details class="nhsuk-details hw-told"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">A service says<span class="nhsuk-u-visually-hidden"> of: ${item.text}</span></span></summary>
    <div class="nhsuk-details__text"><${Form} form=${form} id=${id} action="Record it">
      <${Select} form=${form} id=${id} name="service_id" label="Service" options=${services} />
      <${Radios} form=${form} id=${id} name="answer" label="What it says" options=${kinds} />
      <${TextArea} form=${form} id=${id} name="words" label="In words" rows=${2} />
    <//></div>
  </details>`
}

function told(path, item, { service_id: service, answer, words }, id) {
  if (answer === "different") return [`${path}/found-different/${id}`, { link_id: item.linkId, how: words, service_id: service }]
  return [`${path}/items/${encodeURIComponent(item.linkId)}/answers/${id}`, { service_id: service, answer, words: words.trim() || null }]
}
