/** One note: its words, who wrote it, when and for whom; its author says it otherwise, whoever reads it may pin it. */
import { Form } from "../form/form.js"
import { TextArea } from "../form/fields.js"
import { missing, useForm } from "../form/use-form.js"
import { html, useState } from "../html.js"
import { put } from "../http.js"
import { wordsOf } from "../session.js"
import { localTime, shortDate } from "../time.js"
import { useSentId } from "./use-sent-id.js"

export function Note({ note, caseId, codes, can, pin, done, refused }) {
  const [amending, setAmending] = useState(false)
  const [problem, setProblem] = useState("")
  const { note_id: id, words, by, role, written_at: at, pinned, audience, amends, amended_by: amended, mine } = note
  const whose = html`<span class="nhsuk-u-visually-hidden">: ${words.slice(0, 40)}</span>`
  const turn = () => pin(!pinned).catch(({ message }) => setProblem(message))
  return html`<li class=${`hw-note ${amended ? "hw-note--amended" : ""}`}>
    ${pinned && html`<strong class="nhsuk-tag nhsuk-tag--yellow">Pinned</strong>`}
    ${amended && html`<strong class="nhsuk-tag nhsuk-tag--grey">Amended by a later note</strong>`}
    <p class="hw-said">${words}</p>
    <p class="hw-quiet"><time datetime=${at}>${shortDate(at)}, ${localTime(at)}</time> · ${by}${role && `, ${wordsOf(codes.roles, role)}`} · ${wordsOf(codes.audiences, audience)}${amends && " · amends an earlier note"}</p>
    ${problem && html`<p class="hw-overdue" role="alert">${problem}</p>`}
    ${can && !amended && !amending && html`<p class="hw-note__can">
      <button class="hw-link" type="button" onClick=${turn}>${pinned ? "Take the pin off" : "Pin"}${whose}</button>
      ${mine && html`<button class="hw-link" type="button" onClick=${() => setAmending(true)}>Amend${whose}</button>`}
    </p>`}
    ${amending && html`<${Amendment} id=${id} words=${words} caseId=${caseId} cancel=${() => setAmending(false)} done=${() => (setAmending(false), done("Note amended."))} refused=${refused} />`}
  </li>`
}

function Amendment({ id, words, caseId, cancel, done, refused }) {
  const sentId = useSentId()
  const form = useForm({
    initial: { words },
    check: (values) => missing(values, { words: "Write what the note says now" }),
    send: (values) => put(`/cases/${caseId}/notes/${id}/amendments/${sentId(values)}`, values),
    done,
    refused,
  })
  return html`<${Form} form=${form} id=${`amend-${id}`} action="Amend the note" onCancel=${cancel}>
    <${TextArea} form=${form} id=${`amend-${id}`} name="words" label="What the note says now" hint="The earlier words stay readable." />
  <//>`
}
