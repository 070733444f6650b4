/** Write a note: words, often begun with a phrase that is used every day; for whom; pinned or not. */
import { Checkboxes, Radios } from "../form/choices.js"
import { Form } from "../form/form.js"
import { TextArea } from "../form/fields.js"
import { missing, useForm } from "../form/use-form.js"
import { html } from "../html.js"
import { put } from "../http.js"
import { useSentId } from "./use-sent-id.js"

const EMPTY = { words: "", audience: "everyone", pinned: [] }

export function NoteForm({ caseId, me, codes, done, refused }) {
  const sentId = useSentId()
  const form = useForm({
    initial: EMPTY,
    check: (values) => missing(values, { words: "Write the note" }),
    send: (values) => put(`/cases/${caseId}/notes/${sentId(values)}`, { ...values, pinned: values.pinned.length > 0 }),
    done: async () => (form.setValues(EMPTY), sentId(null), await done()),
    refused,
  })
  const begin = (phrase) => {
    form.set("words", [form.values.words.trimEnd(), phrase].filter(Boolean).join(" "))
    document.getElementById("note-words")?.focus()
  }
  return html`<details class="nhsuk-details hw-note-form"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Write a note</span></summary>
    <div class="nhsuk-details__text"><${Form} form=${form} id="note" action="Write the note">
      <p class="hw-phrases" role="group" aria-label="Begin with">${codes.quick_phrases.map(({ code, words }) => html`<button key=${code} class="hw-phrase" type="button" onClick=${() => begin(`${words} `)}>${words}</button>`)}</p>
      <${TextArea} form=${form} id="note" name="words" label="Note" />
      <${Radios} form=${form} id="note" name="audience" label="Who is it for?" options=${codes.audiences.filter(({ code }) => me.audiences.includes(code))} inline=${true} />
      <${Checkboxes} form=${form} id="note" name="pinned" label="On the card" options=${[{ code: "pinned", words: "Pin it to card and case" }]} />
    <//></div>
  </details>`
}
