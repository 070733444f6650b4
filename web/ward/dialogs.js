/** The dialog that is open over the ward list: a review, an early alert, or what is recorded by hand. */
import { html } from "../html.js"
import { announce } from "../announce.js"
import { spoken } from "../names.js"
import { AdmitForm } from "./admit-form.js"
import { expectedDischarge, review } from "./changes.js"
import { CriteriaForm } from "./criteria-form.js"
import { EarlyAlertForm } from "./early-alert-form.js"
import { EscalateForm } from "./escalate-form.js"
import { ExpectedDischargeForm } from "./expected-discharge-form.js"
import { HomeForm } from "./home-form.js"
import { BackForm, LeaveForm } from "./leave-form.js"
import { LeftForm } from "./left-form.js"
import { LoungeForm, OnWardForm } from "./lounge-form.js"
import { MistakeForm } from "./mistake-form.js"
import { MoveForm } from "./move-form.js"
import { outcomes } from "./outcomes.js"
import { Story } from "./story.js"
import { TakeBackForm } from "./take-back-form.js"
import { WrongMoveForm } from "./wrong-move-form.js"

/** `open`: {what, spell?}. `here`: {id, name, beds, spells}, the ward on screen. */
export function OpenDialog({ open: { what, spell }, here, codes, places, outbox, serverTime, tell, onClose }) {
  const its = { spell, codes, serverTime, onClose }
  if (what === "admit") return html`<${AdmitForm} ...${its} ward=${here} />`
  const said = outcomes(spell, here.id, places, serverTime(), tell)
  const then = (say) => (outcome) => (onClose(), say(outcome))
  switch (what) {
    case "story":
      return html`<${Story} ...${its} />`
    case "meets":
      return html`<${CriteriaForm} ...${its} onMeets=${(criteria) => outbox.give(spell, review(spell, "meets", criteria))} />`
    case "alert":
      return html`<${EarlyAlertForm} ...${its} hubs=${hubsIn(places)} onTold=${then(() => announce(`The hub was told early about ${spoken(spell.person)}`))} />`
    case "move":
      return html`<${MoveForm} ...${its} here=${here} wards=${wardsIn(places)} onMoved=${then(said.moved)} />`
    case "wrongMove":
      return html`<${WrongMoveForm} ...${its} places=${places} onTakenBack=${then(said.movedBack)} />`
    case "expected":
      return html`<${ExpectedDischargeForm} ...${its} onSaid=${(words) => (outbox.give(spell, expectedDischarge(spell, words)), onClose(), said.expected(words))} />`
    case "home":
      return html`<${HomeForm} ...${its} onSaid=${then(() => announce(`The home of ${spoken(spell.person)} was changed`))} />`
    case "leave":
      return html`<${LeaveForm} ...${its} onSaid=${then(said.onLeave)} />`
    case "back":
      return html`<${BackForm} ...${its} onSaid=${then(said.back)} />`
    case "lounge":
      return html`<${LoungeForm} ...${its} onSaid=${then(said.inLounge)} />`
    case "onWard":
      return html`<${OnWardForm} ...${its} here=${here} onSaid=${then(said.onWard)} />`
    case "left":
      return html`<${LeftForm} ...${its} onLeft=${then(said.left)} />`
    case "takeBack":
      return html`<${TakeBackForm} ...${its} onBack=${then(said.returned)} />`
    case "escalate":
      return html`<${EscalateForm} ...${its} onRaised=${then(() => tell({ words: `Escalated about ${spoken(spell.person)}. It stands under Escalations until it is settled.` }))} />`
    case "mistake":
      return html`<${MistakeForm} ...${its} onTakenBack=${then(said.takenBack)} />`
  }
}

const named = (places, kind) => [...places.values()].filter(({ place }) => place === kind)

const hubsIn = (places) => named(places, "hub").map(({ id, name }) => ({ code: id, words: name }))

/** The wards by name; where there is more than one site, with its site. */
function wardsIn(places) {
  const several = named(places, "site").length > 1
  const nameOf = (ward) => (several ? `${ward.name}, ${places.get(ward.parent_id)?.name ?? "site not known"}` : ward.name)
  const wards = named(places, "ward").map((ward) => ({ ...ward, name: nameOf(ward) }))
  return wards.sort((a, b) => a.name.localeCompare(b.name, "en-GB", { numeric: true }))
}
