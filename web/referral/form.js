/** The form in two steps: fill in, and check what will be sent and what is left a gap. Any field may be left one. */
import { html, useLayoutEffect, useRef, useState } from "../html.js"
import { Form } from "../form/form.js"
import { Select } from "../form/fields.js"
import { missing } from "../form/use-form.js"
import { hubOfHome } from "../home/hub-of-home.js"
import { Problem, put } from "../http.js"
import { newId } from "../ids.js"
import { BLANK, bodyOf } from "./answers.js"
import { Contest, DraftState } from "./draft-state.js"
import { Fields } from "./fields.js"
import { Summary } from "./summary.js"
import { SavesOnLeaving, useReferral } from "./use-referral.js"

/** `alert`: what the hub was told early, `routing`: where the home belongs, `earlier`: what an earlier case says; or null. `onSent(caseId)`. */
export function ReferralForm({ about, me, codes, alert, routing, hubs, staff, held, earlier, draft, onSent }) {
  const caseId = useRef(alert?.caseId ?? newId())
  const [step, setStep] = useState("fill")
  const byHome = hubOfHome(routing, hubs, hubs.find(({ code }) => code === me.hub_id)?.code ?? "")
  const hub = alert?.hubId ?? byHome.hub
  const form = useReferral({
    draft,
    blank: { ...BLANK, hub_id: hub, ...(!held && alert && { "needs.needs": alert.likely }) },
    held: { ...held?.answers, ...(alert && { hub_id: hub }) },
    check: (values) => missing(values, { hub_id: "Choose the hub of the person's home" }),
    send: (values) => (step === "fill" ? check() : send(values)),
    done: (receipt) => receipt && (draft.close(), onSent(caseId.current)),
  })
  const its = { form, codes, about }

  async function check() {
    await draft.check()
    if (!draft.contest.value) setStep("check")
  }

  function send({ hub_id: hubId, ...values }) {
    const told = { spell_id: about.spell.id, hub_id: hubId, ...bodyOf(values) }
    return put(`/cases/${caseId.current}/referral`, told).catch((problem) => {
      if (problem instanceof Problem && problem.errors.length) setStep("fill")
      throw problem
    })
  }

  const top = useRef(null)
  const first = useRef(true)
  useLayoutEffect(() => {
    if (!first.current) (top.current.focus({ preventScroll: true }), top.current.scrollIntoView())
    first.current = false
  }, [step])
  const back = step === "check" ? () => setStep("fill") : null
  return html`<div class="hw-referral" ref=${top} tabindex="-1" aria-label=${step === "fill" ? "Fill in the referral" : "Check the referral"} role="group">
    <${SavesOnLeaving} draft=${draft}>
      <${Form} form=${form} id="refer" action=${step === "fill" ? "Check before sending" : "Refer to the hub"} onCancel=${back} cancel="Go back and fill in more">
        ${step === "fill" && html`
          <p class="hw-quiet">Describe needs; the hub decides the pathway and finds the service. Any field may be left a gap.</p>
          ${alert && html`<p class="hw-notice"><strong>Hub told early.</strong> ${alert.words ?? "This becomes the referral of the same case."}</p>`}
          <${Fields} ...${its} id="refer" earlier=${earlier} />
          <section class="hw-part hw-field" aria-label="Hub">
            ${alert ? html`<p>Goes to <strong>${nameOfHub(hubs, hub)}</strong></p>` : html`<${Select} form=${form} id="refer" name="hub_id" label="Care transfer hub" hint=${byHome.words} options=${hubs} />`}
          </section>`}
        ${step === "check" && html`<${Summary} ...${its} hub=${nameOfHub(hubs, form.values.hub_id)} />`}
        <${Contest} draft=${draft} codes=${codes} staff=${staff} />
        <div class="hw-referral__state"><${DraftState} draft=${draft} /></div>
      <//>
    <//>
  </div>`
}

const nameOfHub = (hubs, id) => hubs.find(({ code }) => code === id)?.words ?? "the hub"
