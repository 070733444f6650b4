/** Starts the referral form of somebody on a ward: the stay, the ward's draft, and live whether they have a case by now. */
import { draftOf, readDraft } from "../form/draft.js"
import { html } from "../html.js"
import { get } from "../http.js"
import { readRouting } from "../home/hub-of-home.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { may } from "../session.js"
import { aboutPeople, start } from "../start.js"
import { draftPath, fieldOf } from "./answers.js"
import { readEarlier } from "./earlier.js"
import { NotForYou, ReferralPage } from "./page.js"

const [, , wardId, , spellId] = location.pathname.split("/")

start(aboutPeople(async ({ me, codes }) => {
  if (!may(me, "submit_referral")) return { live: null, content: () => html`<${NotForYou} wardId=${wardId} />` }
  const [stay, held, routing, earlier] = await Promise.all([get(`/spells/${spellId}`), readDraft(draftPath(spellId)), readRouting(spellId), readEarlier(spellId)])
  const draft = draftOf(draftPath(spellId), held, { fieldOf })
  const store = rowStore()
  const live = connect(store, [{ kind: "spell", scope: stay.spell.ward_id }, ...["case", "staff", "place"].map((kind) => ({ kind, scope: "*" }))])
  return { live, content: () => html`<${ReferralPage} wardId=${wardId} me=${me} codes=${codes} stay=${stay} routing=${routing} held=${held} earlier=${earlier} draft=${draft} store=${store} live=${live} />` }
}))
