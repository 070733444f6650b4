/** The ward answers what the hub asked: only the fields asked for are shown, and only those are sent. */
import { html, useEffect, useMemo, useState } from "../../html.js"
import { draftOf, readDraft } from "../../form/draft.js"
import { Form } from "../../form/form.js"
import { put } from "../../http.js"
import { FIELDS, bodyOf, draftPath, fieldOf, valuesOf } from "../../referral/answers.js"
import { Contest, DraftState } from "../../referral/draft-state.js"
import { Fields } from "../../referral/fields.js"
import { SavesOnLeaving, useReferral } from "../../referral/use-referral.js"

/** The draft of the stay is read first: an answer begun on another computer goes on here. */
export function Resubmit(props) {
  const [draft, setDraft] = useState(null)
  const path = draftPath(props.details.case.spell_id)
  useEffect(() => void readDraft(path).catch(() => null).then((held) => setDraft({ its: draftOf(path, held, { fieldOf }), held })), [path])
  return draft ? html`<${Answer} ...${props} draft=${draft.its} held=${draft.held} />` : html`<p class="hw-quiet">Reading the draft…</p>`
}

function Answer({ details, codes, wards, staff, now, draft, held, done, refused }) {
  const { case: kase, referral, person, spell } = details
  const asked = useMemo(() => FIELDS.filter((field) => referral.returned?.fields.includes(field)), [])
  const known = useMemo(() => valuesOf(referral.form), [])
  const body = (values) => bodyOf(values, asked)
  const form = useReferral({
    draft,
    blank: known,
    held: held?.answers,
    fields: asked,
    check: (values) => (JSON.stringify(body(values)) === JSON.stringify(body(known)) ? [NOTHING_NEW] : []),
    send: async (values) => {
      await draft.check()
      if (!draft.contest.value) return put(`/cases/${kase.id}/referral`, { spell_id: kase.spell_id, hub_id: kase.scope, ...body(values) })
    },
    done: (receipt) => receipt && (draft.close(), done(receipt)),
    refused,
  })
  const about = { person, spell, ward: wards.get(spell?.ward_id)?.name ?? "Ward", now }
  return html`<div class="hw-referral"><${SavesOnLeaving} draft=${draft}>
    <${Form} form=${form} id="answer" action="Send again">
      ${referral.returned && html`<p class="hw-notice"><strong>The hub asks:</strong> <span class="hw-said">${referral.returned.words}</span></p>`}
      <${Fields} form=${form} id="answer" codes=${codes} about=${about} fields=${asked} />
      <${Contest} draft=${draft} codes=${codes} staff=${staff} />
      <${DraftState} draft=${draft} />
    <//>
  <//></div>`
}

const NOTHING_NEW = { field: "form", words: "Nothing here is new yet. Answer at least one of the fields, or say in words why you cannot." }
