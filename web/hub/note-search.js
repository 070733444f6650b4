/** Finds notes of this hub's cases by the words in them. What is searched for stands in no address. */
import { Form } from "../form/form.js"
import { TextInput } from "../form/fields.js"
import { missing, useForm } from "../form/use-form.js"
import { html, useState } from "../html.js"
import { post } from "../http.js"
import { localTime, shortDate } from "../time.js"

export function NoteSearch({ me }) {
  const [found, setFound] = useState(null)
  const form = useForm({
    initial: { words: "" },
    check: (values) => missing(values, { words: "Type a word that stands in the note" }),
    send: ({ words }) => post("/notes/search", { words, hub_id: me.hub_id }),
    done: ({ notes }) => setFound(notes),
  })
  return html`<details class="nhsuk-details hw-note-search"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Search in notes</span></summary>
    <div class="nhsuk-details__text">
      <${Form} form=${form} id="notes" action="Search notes">
        <${TextInput} form=${form} id="notes" name="words" label="Words in a note" hint="All of them; the beginning of a word is enough." />
      <//>
      <p role="status">${found && (found.length ? `${found.length === 1 ? "1 note" : `${found.length} notes`} found.` : "No note found.")}</p>
      ${found?.length > 0 && html`<ul class="hw-found">${found.map((note) => html`<li key=${note.note_id}>
        <a href=${`/cases/${note.case_id}`}>${note.name || "Name not known"}</a> <span class="hw-quiet">${shortDate(note.written_at)}, ${localTime(note.written_at)} · ${note.by}${note.amended ? " · amended since" : ""}</span>
        <p class="hw-said">${note.words}</p>
      </li>`)}</ul>`}
    </div>
  </details>`
}
