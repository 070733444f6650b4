/** The form being filled in: values as typed, answers as they are by now, the draft that keeps them, and signing. */
import { useForm } from "../form/use-form.js"
import { useLayoutEffect, useMemo } from "../html.js"
import { Problem, put } from "../http.js"
import { useSentId } from "../case/use-sent-id.js"
import { answersOf, valuesOf } from "./answers.js"
import { onlyAsked, sheetOf } from "./asked.js"
import { BLANK, bodyOf, checkSigning, isParticular } from "./signing.js"

/** What a draft holds, as one map: the answers by linkId, and what is said of who signs. */
export const heldOf = ({ answers, particulars }) => ({ ...answers, ...particulars })

/** The draft's body of such a map. */
export const draftBody = (its) => (held) => {
  const [particulars, answers] = [true, false].map((which) => Object.fromEntries(Object.entries(held).filter(([name]) => isParticular(name) === which)))
  return { ...its, answers, particulars }
}

/** `work`: {caseId, assessmentId, etag, form, begun}: `begun` is a map as `heldOf` makes it. */
export function useAssessment({ work, draft, onSigned }) {
  const { caseId, assessmentId, etag, form: asked } = work
  const sentId = useSentId()
  const fill = (held) => ({ ...BLANK, ...particulars(held), ...valuesOf(asked, held) })
  const form = useForm({
    initial: useMemo(() => fill(work.begun), []),
    check: checkSigning,
    send: sign,
    done: (receipt) => receipt && (draft.close(), onSigned(assessmentId)),
  })
  const answers = useMemo(() => answersOf(asked, form.values), [form.values])

  async function sign(values) {
    await draft.check()
    if (draft.contest.value) return null
    const body = { form: asked.id, form_version: asked.version, answers: onlyAsked(asked, answersOf(asked, values)), ...bodyOf(values) }
    return put(`/cases/${caseId}/assessments/${assessmentId}`, { signing_id: sentId(body), ...body }, etag).catch(atItems(asked))
  }

  useLayoutEffect(() => void (form.touched && draft.typed({ ...answers, ...particulars(form.values) })), [form.values])
  useLayoutEffect(() => {
    draft.onOthers = (held) => form.setValues(fill(held))
  }, [])
  return { form, answers, sheet: withRows(asked, answers) }
}

/** A refusal of the answers is shown at each of its items. */
const atItems = (form) => (problem) => {
  if (!(problem instanceof Problem) || !problem.faults.length) throw problem
  const nameOf = ({ link_id: linkId, row }) => (row == null ? linkId : `${form.places.get(linkId)?.within}-${row}-${linkId}`)
  throw Object.assign(problem, { fields: problem.faults.map((fault) => ({ field: nameOf(fault), linkId: fault.link_id, words: fault.words })) })
}

function withRows(form, answers) {
  const sheet = sheetOf(form, answers)
  return { ...sheet, ofRow: (group, at) => withOwnRows(sheetOf(form, answers, answers[group]?.[at] ?? {})) }
}

const withOwnRows = (sheet) => ({ ...sheet, ofRow: () => sheet })

const particulars = (held) => Object.fromEntries(Object.entries(held).filter(([name, value]) => isParticular(name) && value))
