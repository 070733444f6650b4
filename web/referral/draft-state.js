/** Says whether what is typed is kept, and shows another's words beside one's own where both answered one field. */
import { html } from "../html.js"
import { ReferralFacts } from "../case/referral-facts.js"
import { wordsOf } from "../session.js"
import { localTime } from "../time.js"
import { BLANK, bodyOf } from "./answers.js"

/** Only trouble is read out: "Saved" changes while somebody types. */
export function DraftState({ draft }) {
  const { is, at, words } = draft.state.value
  return html`<p class="hw-saved">
    ${is === "saved" && html`<span>Saved ${localTime(at)}</span>`}
    ${is === "typing" && html`<span>Saving…</span>`}
    <span role="status">
      ${is === "waiting" && html`<strong>Not saved yet. Trying again.</strong>`}
      ${is === "refused" && html`<strong>Not saved:</strong> ${words}`}
    </span>
  </p>`
}

export function Contest({ draft, codes, staff }) {
  const contest = draft.contest.value
  if (!contest) return null
  const who = staff.get(contest.by)?.name ?? "Somebody else"
  const choose = (field, whose) => (draft.choose(field, whose), document.getElementById(`field-${field}`)?.focus())
  const hubs = [{ code: "hub_id", words: "Care transfer hub" }]
  return html`<div class="hw-notice" role="alert" aria-label="Both filled in">
    <p><strong>${who} filled in the same while you were typing.</strong> Choose which to keep. Nothing of either is lost until you do.</p>
    ${contest.fields.map((field) => html`<section class="hw-contest" key=${field} aria-label=${wordsOf([...hubs, ...codes.referral_fields], field)}>
      <h3 class="nhsuk-heading-xs">${wordsOf([...hubs, ...codes.referral_fields], field)}</h3>
      <div class="hw-contest__both">
        <${Side} title="Yours" answers=${contest.mine} field=${field} codes=${codes} action="Keep mine" onChoose=${() => choose(field, "mine")} />
        <${Side} title=${`From ${who}`} answers=${contest.theirs} field=${field} codes=${codes} action="Use theirs" onChoose=${() => choose(field, "theirs")} />
      </div>
    </section>`)}
  </div>`
}

const Side = ({ title, answers, field, codes, action, onChoose }) => html`<div class="hw-contest__side">
  <p class="hw-quiet">${title}</p>
  <${ReferralFacts} form=${bodyOf({ ...BLANK, ...answers })} codes=${codes} fields=${[field]} />
  <button class="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="button" onClick=${onChoose}>${action}</button>
</div>`
