/** The ward answers the hub's questions and sends the referral again. */
import { html } from "../../html.js"
import { Form } from "../../form/form.js"
import { useForm } from "../../form/use-form.js"
import { put } from "../../http.js"
import { Needs, checkNeeds } from "../../ward/needs.js"

export function Resubmit({ details, codes, done, refused }) {
  const { case: kase, referral } = details
  const form = useForm({
    initial: { needs: referral.needs, words: referral.words },
    check: checkNeeds,
    send: (values) => put(`/cases/${kase.id}/referral`, { spell_id: kase.spell_id, hub_id: referral.hub_id, ...values }),
    done,
    refused,
  })
  return html`<${Form} form=${form} id="answer" action="Send again"><${Needs} form=${form} id="answer" codes=${codes} /><//>`
}
