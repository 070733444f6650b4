/** Starts the assessment of a case: what is signed, what is drafted, the forms; and reads again when that moves. */
import { draftOf, readDraft } from "../form/draft.js"
import { effect, html, signal } from "../html.js"
import { Problem, del, get } from "../http.js"
import { newId } from "../ids.js"
import { connect } from "../live.js"
import { rowStore } from "../rows.js"
import { aboutPeople, start } from "../start.js"
import { AssessmentPage } from "./page.js"
import { formOf } from "./questionnaire.js"
import { particularsOf } from "./signing.js"
import { draftBody, heldOf } from "./use-assessment.js"

const caseId = location.pathname.split("/")[2]
const path = `/cases/${caseId}`
const forms = new Map()

start(aboutPeople(async ({ me }) => {
  const lists = await get("/assessment-forms")
  const its = signal({ ...(await readAll(me, lists)), work: null })
  const store = rowStore()
  const scope = its.value.details.case.scope
  const live = connect(store, [{ kind: "assessment", scope }, { kind: "service", scope: "*" }])
  /** What is being filled in is that of when the reading has come, not of when it was asked for. */
  const read = async (change) => {
    const latest = await readAll(me, lists)
    its.value = { ...its.value, ...latest, ...change }
  }
  const refresh = () => read({})
  const leave = () => read({ work: null })
  // The first rows are news too: they may tell of what was signed while this page was being read.
  let newest = -1
  effect(() => {
    const heard = Math.max(0, ...[...store.assessments.value.values()].filter((row) => row.case_id === caseId).map(({ position }) => position))
    if (!live.first.value || heard <= newest) return
    newest = heard
    refresh().catch(keepShowing)
  })
  const open = async (what) => {
    if (what.what !== "discard") return void (its.value = { ...its.value, work: await workOf(what, its.value) })
    await del(`${path}/assessment-draft`, its.value.draft.etag)
    await refresh()
  }
  return { live, content: () => html`<${AssessmentPage} me=${me} live=${live} store=${store} its=${its} refresh=${refresh} open=${open} leave=${leave} />` }
}))

/** What is on screen stays until the server answers again. */
function keepShowing(problem) {
  if (!(problem instanceof Problem)) throw problem
}

async function readAll(me, lists) {
  const maySign = me.may.includes("sign_assessment")
  const [details, { assessments }, draft] = await Promise.all([
    get(path), get(`${path}/assessments`), maySign ? readDraft(`${path}/assessment-draft`) : null,
  ])
  const latest = assessments[0]
  const [signed, gap] = latest ? await Promise.all([get(`${path}/assessments/${latest.assessment_id}`), get(`${path}/assessment-gap`)]) : [null, null]
  return { details, lists, signed, gaps: gap?.gaps, draft, form: signed && (await readForm(signed.form, signed.form_version)) }
}

async function readForm(id, version) {
  const key = `${id} ${version}`
  if (!forms.has(key)) forms.set(key, formOf(await get(`/assessment-forms/${encodeURIComponent(id)}/${encodeURIComponent(version)}`)))
  return forms.get(key)
}

/** What is to be filled in: a draft that was begun, the next version of what is signed, or a new one from what is known. */
async function workOf({ what, form: formId }, { draft, signed }) {
  const started = what === "version" ? null : await get(`${path}/assessment-start?form=${what === "draft" ? draft.form : formId}`)
  const begun = {
    draft: () => ({ ...draft, assessmentId: draft.assessment_id, held: heldOf(draft) }),
    version: () => ({ ...signed, assessmentId: signed.assessment_id, held: { ...signed.answers, ...particularsOf(signed.versions.at(-1)) } }),
    new: () => ({ ...started, assessmentId: newId(), held: { ...started.answers, ...(started.employer && { "~employer": started.employer }) } }),
  }[what]()
  const form = await readForm(begun.form, begun.form_version)
  const its = { assessment_id: begun.assessmentId, form: form.id, form_version: form.version }
  const kept = draftOf(`${path}/assessment-draft`, what === "draft" ? draft : null, { fieldOf: (part) => part, toBody: draftBody(its), fromBody: heldOf })
  const etag = signed?.assessment_id === begun.assessmentId ? signed.etag : null
  return { caseId, assessmentId: begun.assessmentId, etag, form, begun: begun.held, started, draft: kept }
}
