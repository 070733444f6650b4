/** The notes of a case, the latest first, with a form to write one. The server sends only those for who reads. */
import { focusNow } from "../focus.js"
import { html, useRef, useState } from "../html.js"
import { put } from "../http.js"
import { may } from "../session.js"
import { Note } from "./note.js"
import { NoteForm } from "./note-form.js"

export function Notes({ details, me, codes, refresh }) {
  const { notes, case: kase, known_at: knownAt } = details
  const [said, say] = useState("")
  const heading = useRef(null)
  const can = may(me, "write_note") && !knownAt
  const pinnedFirst = [...notes].sort((a, b) => Number(b.pinned) - Number(a.pinned))

  async function done(words) {
    const goOnTo = focusNow()
    say("")
    await refresh()
    say(words)
    goOnTo(heading.current)
  }

  return html`<section class="hw-notes" aria-labelledby="notes">
    <h2 class="nhsuk-heading-s" id="notes" tabindex="-1" ref=${heading}>Notes</h2>
    <p class="hw-done" role="status">${said}</p>
    ${can && html`<${NoteForm} caseId=${kase.id} me=${me} codes=${codes} done=${() => done("Note written.")} refused=${refresh} />`}
    ${notes.length === 0 && html`<p class="hw-quiet">No notes for you to read yet.</p>`}
    <ul class="hw-notes__list">${pinnedFirst.map((note) => html`<${Note} key=${note.note_id} note=${note} caseId=${kase.id} codes=${codes} can=${can}
      pin=${(pinned) => put(`/cases/${kase.id}/notes/${note.note_id}/pin`, { pinned }).then(() => done(pinned ? "Note pinned." : "Note no longer pinned."))}
      done=${done} refused=${refresh} />`)}</ul>
  </section>`
}
