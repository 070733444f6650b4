/** The three steps of a list: paste it, say what its columns hold, look at what it does; or compare it. */
import { html, useLayoutEffect, useRef, useState } from "../html.js"
import { put } from "../http.js"
import { newId } from "../ids.js"
import { Before } from "./before.js"
import { Comparison } from "./comparison.js"
import { Mapping } from "./mapping.js"
import { Paste } from "./paste.js"
import { Rows } from "./rows.js"

/** `page`: the list of this address, if it names one. `before`: the lists that were brought in lately. */
export function Lists({ kinds, page: first, before }) {
  const [step, setStep] = useState(first ? "rows" : "paste")
  const [list, setList] = useState({ id: newId(), kind: kinds[0].code, purpose: "bring_in", text: "", reading: null })
  const [page, setPage] = useState(first)
  const [comparison, setComparison] = useState(null)
  const heading = useFocusOn(step)
  const change = (more) => setList((now) => ({ ...now, ...more }))
  const its = { list, change, heading }

  const read = (told) => (change(told), setStep("mapping"))
  const compared = (answer) => (setComparison(answer), setStep("comparison"))
  function kept(answer) {
    setPage(answer)
    history.replaceState(null, "", `/lists/${answer.list_id}`)
    setStep("rows")
  }
  function another() {
    change({ id: newId(), text: "", reading: null })
    history.replaceState(null, "", "/lists")
    setStep("paste")
  }

  switch (step) {
    case "paste":
      return html`<${Paste} ...${its} kinds=${kinds} onRead=${read} /><${Before} lists=${before} />`
    case "mapping":
      return html`<${Mapping} ...${its} onBack=${() => setStep("paste")} onCompared=${compared} onKept=${kept}
        keep=${(body) => put(`/lists/${list.id}`, body)} />`
    case "comparison":
      return html`<${Comparison} ...${its} comparison=${comparison} onBack=${() => setStep("mapping")} />`
    case "rows":
      return html`<${Rows} ...${its} page=${page} onPage=${setPage} onBack=${list.reading && (() => setStep("mapping"))} onAnother=${another} />`
  }
}

/** After a step the focus is on its heading, so that it is read out; not when the page opens. */
function useFocusOn(step) {
  const [heading, opened] = [useRef(null), useRef(false)]
  useLayoutEffect(() => {
    if (opened.current) heading.current?.focus()
    opened.current = true
  }, [step])
  return heading
}
