/** Step 2: what each column holds, and what the list's wards and case managers are called here. */
import { html, useRef, useState } from "../html.js"
import { Form } from "../form/form.js"
import { useForm } from "../form/use-form.js"
import { Problem, post } from "../http.js"
import { count } from "../ready.js"
import { Columns } from "./columns.js"
import { Names } from "./names.js"
import { Choose } from "./choose.js"
import { Title } from "./title.js"

export function Mapping({ list, change, heading, keep, onBack, onKept, onCompared }) {
  const { kind, text, purpose, reading, mapping } = list
  const [unread, setUnread] = useState(null)
  const asked = useRef(0)
  const body = { kind, text, mapping }
  const form = useForm({
    initial: {},
    send: () => (purpose === "compare" ? post("/lists/comparison", body) : keep(body)),
    done: purpose === "compare" ? onCompared : onKept,
  })

  /** Another column may name other wards: the list is read again, and only the latest answer counts. */
  async function remap(more, again = true) {
    const next = { ...mapping, ...more }
    change({ mapping: next })
    if (!again) return
    const mine = (asked.current += 1)
    try {
      const answer = await post("/lists/reading", { kind, text, mapping: next })
      setUnread(null)
      if (mine === asked.current) change({ reading: answer, mapping: answer.mapping })
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      setUnread(problem)
    }
  }

  const has = (field) => mapping.columns.includes(field)
  return html`
    <${Title} heading=${heading} step=${2} words="What do the columns hold?"><p class="hw-quiet">${count(reading.rows, "row")}</p><//>
    ${reading.remembered && html`<p class="hw-notice">A list with these headings was brought in before, so this is how it was read then.</p>`}
    ${unread && html`<p class="hw-notice" role="alert">${unread.message}</p>`}
    <${Form} form=${form} id="mapping" action=${purpose === "compare" ? "Compare" : "Show what will happen"} cancel="Back" onCancel=${onBack}>
      <${Choose} id="heading-row" label="Which row holds the headings?" options=${headingRows(mapping)} empty="None" value=${mapping.heading_row ?? ""}
        onPick=${(row) => remap({ heading_row: row ? Number(row) : null })} />
      <${Columns} reading=${reading} mapping=${mapping} onPick=${(columns) => remap({ columns })} />
      ${kind === "ward_list" && !has("ward") && html`<${Choose} id="ward" label="Which ward is this list of?" options=${reading.known_wards} value=${mapping.ward_id ?? ""}
        onPick=${(ward) => remap({ ward_id: ward || null }, false)} />`}
      ${kind === "caseboard" && html`<${Choose} id="hub" label="Which hub is this board of?" options=${reading.known_hubs} value=${mapping.hub_id ?? ""}
        onPick=${(hub) => remap({ hub_id: hub || null })} />`}
      ${has("ward") && html`<${Names} title="Wards" id="wards" named=${reading.wards} options=${reading.known_wards} meant=${mapping.wards} onPick=${(wards) => remap({ wards }, false)} />`}
      ${has("case_manager") && html`<${Names} title="Case managers" id="managers" named=${reading.managers} options=${reading.known_managers} meant=${mapping.managers} onPick=${(managers) => remap({ managers }, false)} />`}
    <//>`
}

/** The first rows, and the one that is chosen. */
const headingRows = ({ heading_row: chosen }) =>
  [...new Set([1, 2, 3, 4, 5, ...(chosen ? [chosen] : [])])].map((row) => ({ code: String(row), words: `Row ${row}` }))
