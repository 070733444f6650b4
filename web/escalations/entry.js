/** One escalation: how high, what, who is to act and until when; taken on, acted on or settled here. */
import { Form } from "../form/form.js"
import { TextArea } from "../form/fields.js"
import { missing, useForm } from "../form/use-form.js"
import { html, useState } from "../html.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { may, wordsOf } from "../session.js"
import { slot } from "../time.js"
import { useSentId } from "../case/use-sent-id.js"
import { isAnswered, ownerOf, speaksForSystem, stillFor, timeLeft, whoActs } from "./words.js"

const FORMS = {
  action: { id: "action_id", label: "What did you do?", action: "Save what you did", empty: "Say what you did", done: "Written" },
  ending: { id: "ending_id", label: "How was it settled?", action: "It is settled", empty: "Say how it was settled", done: "Settled" },
}

/** `about` is what it is about, as a part of the line; `headed`: a heading above names the level; `told(words)` is called after each step, `refused(words)` when one is. */
export function Entry({ row, about, headed, store, me, codes, now, told, refused = told }) {
  const [open, setOpen] = useState(null)
  const left = timeLeft(row, now)
  const owner = ownerOf(row, store)
  const standsHere = row.ladder !== "system" || speaksForSystem(me, store)
  const whose = html`<span class="nhsuk-u-visually-hidden">: ${row.title}${owner && `, ${owner}`}</span>`
  const button = (words, take, key) => html`<button class="hw-link" type="button" data-focus=${`${key} ${row.id}`} onClick=${take}>${words}${whose}</button>`

  async function acknowledge() {
    try {
      await put(`/escalations/${row.id}/acknowledgement`, { acknowledgement_id: newId() })
      await told(`Acknowledged: ${row.title}.`)
    } catch ({ message }) {
      refused(message)
    }
  }

  return html`<li class="hw-escalation">
    <p><strong class=${`nhsuk-tag ${left?.late ? "nhsuk-tag--red" : isAnswered(row) ? "nhsuk-tag--grey" : "nhsuk-tag--orange"}`}>${row.level}</strong> <strong>${row.title}</strong>${about && html` · ${about}`}</p>
    <p class="hw-quiet">${owner && `${owner} · `}${!headed && `${wordsOf(codes.escalation_levels, row.level)} · `}${row.cause_at > now ? "for" : "since"} ${slot(row.cause_at, now)}${left && html` · <span class=${left.late ? "hw-overdue" : ""}>${left.words}</span>`}${answeredWords(row, store, now)}</p>
    ${row.words && html`<p>“${row.words}” <span class="hw-quiet">${nameOf(row.raised_by, store)}</span></p>`}
    ${row.done && html`<p>Done: “${row.done}”</p>`}
    ${stillFor(row, store) && html`<p><strong>${stillFor(row, store)}</strong></p>`}
    <p class="hw-quiet">${whoActs(row, store).map(({ whose: theirs, role, phone }, n) => html`${n > 0 && " · "}${theirs}: ${role}, <a href=${`tel:${phone.replaceAll(" ", "")}`}>${phone}</a>`)}</p>
    ${may(me, "acknowledge_escalation") && html`<p class="hw-escalation__can">
      ${!isAnswered(row) && standsHere && button("Acknowledge", acknowledge, "acknowledge")}
      ${!row.feed_id && (standsHere || row.owner_id) && button("Say what you did", () => setOpen(open === "action" ? null : "action"), "act")}
      ${row.raised_by && standsHere && button("Settled", () => setOpen(open === "ending" ? null : "ending"), "settle")}</p>`}
    ${open && html`<${Words} key=${open} row=${row} what=${open} cancel=${() => setOpen(null)} done=${async (words) => (setOpen(null), await told(words))} />`}
  </li>`
}

function Words({ row, what, cancel, done }) {
  const said = FORMS[what]
  const sentId = useSentId()
  const form = useForm({
    initial: { words: "" },
    check: (values) => missing(values, { words: said.empty }),
    send: (values) => put(`/escalations/${row.id}/${what}`, { ...values, [said.id]: sentId(values) }),
    done: () => done(`${said.done}: ${row.title}.`),
  })
  return html`<${Form} form=${form} id=${`${what}-${row.id}`} action=${said.action} onCancel=${cancel}>
    <${TextArea} form=${form} id=${`${what}-${row.id}`} name="words" label=${said.label} />
  <//>`
}

const nameOf = (id, { staff }) => staff.value.get(id)?.name ?? "Somebody who left"

function answeredWords(row, store, now) {
  if (!isAnswered(row)) return ""
  return ` · ${row.acted_at ? "acted on" : "acknowledged"} by ${nameOf(row.answered_by, store)}, ${slot(row.acted_at ?? row.acknowledged_at, now)}`
}
