/** What may be done with a case: by the stage it is in and by what the person signed in may do. */
import { focusNow } from "../focus.js"
import { html, useLayoutEffect, useRef, useState } from "../html.js"
import { PLANNED } from "../hub/cards.js"
import { may } from "../session.js"
import { Move } from "./move.js"
import { Accept } from "./moves/accept.js"
import { ARRIVING_MOVES, ARRIVING_UNDO_MOVES } from "./moves/arriving.js"
import { Back } from "./moves/back.js"
import { BestInterests } from "./moves/best-interests.js"
import { CaseManager } from "./moves/case-manager.js"
import { Close } from "./moves/closure.js"
import { Departure } from "./moves/departure.js"
import { Leaving } from "./moves/leaving.js"
import { Medicines } from "./moves/medicines.js"
import { Pathway } from "./moves/pathway.js"
import { Reopen } from "./moves/reopen.js"
import { Resubmit } from "./moves/resubmit.js"
import { Return } from "./moves/return.js"
import { Withdraw } from "./moves/withdraw.js"
import { UNDO_MOVES } from "./moves/undo.js"

const inStage = (...stages) => ({ case: { stage } }) => stages.includes(stage)
const MOVES = [
  { name: "accept", title: "Accept the referral", needs: "accept_referral", when: (its) => inStage("referred")(its) && !its.case.returned, form: Accept },
  { name: "return", title: "Return it to the ward", needs: "return_referral", when: (its) => inStage("referred")(its) && !its.case.returned, form: Return },
  { name: "answer", title: "Answer the hub and send it again", needs: "submit_referral", when: (its) => inStage("referred")(its) && its.case.returned, form: Resubmit },
  { name: "best-interests", title: (its) => (its.best_interests ? "Record a later best-interests decision" : "Record a best-interests decision"), needs: "record_best_interests", when: (its) => its.case.stage !== "closed" && its.referral?.form.capacity?.state === "lacks", form: BestInterests },
  { name: "pathway", title: (its) => (its.pathway ? "Change the pathway" : "Decide the pathway"), needs: "decide_pathway", when: inStage(...PLANNED, "left_hospital", "in_service"), form: Pathway },
  { name: "leaving", title: (its) => (its.leaving ? "Change the planned leaving" : "Plan the leaving"), needs: "plan_leaving", when: inStage(...PLANNED), form: Leaving },
  { name: "medicines", title: (its) => (its.medicines?.of_this_stay ? "Put right which medicines changed" : "Tell which medicines changed"), needs: "tell_medicines", when: (its) => its.case.stage !== "closed", form: Medicines },
  { name: "case-manager", title: "Hand to another case manager", needs: "name_case_manager", when: inStage(...PLANNED), form: CaseManager },
  { name: "departure", title: "Record that the person left", needs: "record_departure", when: inStage("expected", "referred", ...PLANNED), form: Departure },
  { name: "back", title: "Record that the person is back in hospital", needs: "record_return", when: inStage("left_hospital", "in_service"), form: Back },
  ...ARRIVING_MOVES,
  { name: "withdrawal", title: (its) => (its.referral ? "Take the referral back" : "Take the early alert back"), needs: "withdraw_referral", when: inStage("expected", "referred"), form: Withdraw },
  { name: "closure", title: "Close the case", needs: "close_case", when: inStage("expected", "referred", ...PLANNED, "left_hospital", "in_service"), form: Close },
  { name: "reopening", title: "Reopen the case", needs: "reopen_case", when: inStage("closed"), form: Reopen },
  ...UNDO_MOVES,
  ...ARRIVING_UNDO_MOVES,
]

export function Moves({ details, me, refresh, ...rest }) {
  const [open, setOpen] = useState(location.hash.slice(1))
  const [typed, setTyped] = useState(new Set())
  const [said, setSaid] = useState("")
  const heading = useRef(null)
  const possible = (move) => may(me, move.needs) && move.when(details)
  const titleOf = ({ title }) => (typeof title === "string" ? title : title(details))
  // The live change may be here before the answer, and another form open by then: that one stays.
  const close = (name) => setOpen((now) => (now === name ? "" : now))
  const forget = (name) => setTyped((before) => new Set([...before].filter((each) => each !== name)))

  useLayoutEffect(() => document.querySelector(".hw-move[open]") && focusOn(document.querySelector(".hw-move[open]")), [])

  async function done(move) {
    const [words, goOnTo] = [`Done: ${titleOf(move).toLowerCase()}.`, focusNow()]
    close(move.name)
    setSaid("")
    forget(move.name)
    await refresh()
    setSaid(words)
    goOnTo(heading.current)
  }

  const shown = MOVES.filter((move) => possible(move) || typed.has(move.name))
  return html`<section class="hw-moves" aria-labelledby="moves">
    <h2 class="nhsuk-heading-s" id="moves" tabindex="-1" ref=${heading}>What you can do</h2>
    <p class="hw-done" role="status">${said}</p>
    ${shown.length === 0 && html`<p class="hw-quiet">Nothing for you to do on this case now.</p>`}
    ${shown.map((move) => html`<${Move} key=${move.name} name=${move.name} title=${titleOf(move)} possible=${possible(move)}
      open=${open === move.name} onToggle=${(is) => (is ? setOpen(move.name) : close(move.name))}
      onInput=${() => setTyped((before) => new Set([...before, move.name]))}>
        <${move.form} ...${rest} me=${me} details=${details} done=${() => done(move)} refused=${refresh} />
    <//>`)}
  </section>`
}

/** A form opened by its key starts at its first field; one that is filled in already, at its button: Enter sends it. */
function focusOn(move) {
  const fields = [...move.querySelectorAll("select, textarea, input")]
  const filled = fields.length === 1 && fields[0].value
  ;(filled ? move.querySelector("button[type=submit]") : fields[0])?.focus()
}
