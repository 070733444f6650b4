/** Counts the service line by line. While nothing is typed the lines follow the count that stands. */
import { Form } from "../form/form.js"
import { useForm } from "../form/use-form.js"
import { html, useEffect, useLayoutEffect, useRef } from "../html.js"
import { put } from "../http.js"
import { UnitLine } from "./unit-line.js"
import { bodyOf, check, emptyUnit, fillUnit } from "./unit-values.js"

export function CountForm({ row, codes, live, saved }) {
  const kind = codes.service_lines.find(({ code }) => code === row.line)?.category ?? "places"
  const fill = () => ({ units: row.units.length ? row.units.map(fillUnit) : [emptyUnit(kind)] })
  const form = useForm({
    initial: fill(),
    check: ({ units }) => check(units, kind),
    send: ({ units }) => put(`/services/${row.id}/capacity`, { counted_at: live.serverTime(), units: units.map((unit) => bodyOf(unit, kind)) }),
    done: () => saved("The count is kept, and young."),
  })
  const [box, focus] = [useRef(null), useRef(null)]
  const lines = form.values.units
  useEffect(() => {
    if (!form.touched) form.setValues(fill())
  }, [row.confirmed_at])
  useLayoutEffect(() => {
    if (focus.current) box.current.querySelector(focus.current)?.focus()
    focus.current = null
  }, [lines.length])
  const change = (at, part) => form.set("units", lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const add = () => ((focus.current = ".hw-unit-line:last-of-type input"), form.set("units", [...lines, emptyUnit(kind)]))
  const remove = (at) => ((focus.current = ".hw-unit-add"), form.set("units", lines.filter((_, index) => index !== at)))
  return html`<${Form} form=${form} id="count" action="Keep this count">
    <p class="hw-quiet">Occupied is who is there now. Who is booked and still to come is kept beside it.</p>
    <div id="count-units" tabindex="-1" ref=${box}>
      ${lines.map((unit, at) => html`<${UnitLine} key=${at} unit=${unit} at=${at} kind=${kind} codes=${codes} onChange=${(part) => change(at, part)} onRemove=${() => remove(at)} />`)}
      <p><button class="hw-link hw-unit-add" type="button" onClick=${add}>Add a line</button></p>
    </div>
  <//>`
}
