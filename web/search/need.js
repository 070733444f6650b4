/** The package that a person needs: in words, and the form that says it. */
import { html } from "../html.js"
import { Checkboxes } from "../form/choices.js"
import { Select, TextArea, TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { missing, useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { wordsOf } from "../session.js"
import { localDate, plusDays, shortDate } from "../time.js"

const CALLS = [[1, 30], [1, 45], [1, 60], [2, 30], [2, 45], [2, 60]]
const callOptions = CALLS.map(([carers, minutes]) => ({ code: `${carers}-${minutes}`, words: `${carers === 1 ? "1 carer" : `${carers} carers`}, ${minutes} min` }))
const ofBed = [{ code: "side_room", words: "Side room" }, { code: "ground_floor", words: "Ground floor" }]

export function packageWords({ line, start_on: start, sector, calls, bed, skills }, codes) {
  const said = calls.map(({ window, carers, minutes }) => `${wordsOf(codes.windows, window).toLowerCase()} ${minutes} min${carers > 1 ? ` by ${carers}` : ""}`)
  const beds = bed ? [bed.sex && wordsOf(codes.sexes, bed.sex), bed.side_room && "side room", bed.ground_floor && "ground floor", bed.weight_kg && `${bed.weight_kg} kg`] : []
  const able = skills.map((skill) => wordsOf(codes.skills, skill).toLowerCase())
  return [wordsOf(codes.service_lines, line), `from ${shortDate(start)}`, sector, ...said, ...beds, ...able].filter(Boolean).join("; ")
}

export function NeedForm({ caseId, pathway, needed, codes, done }) {
  const its = needed?.package
  const counted = (line) => codes.service_lines.find(({ code }) => code === line)?.category
  const form = useForm({
    initial: {
      line: its?.line ?? "",
      start_on: its?.start_on ?? plusDays(localDate(Date.now()), 1),
      sector: its?.sector ?? "",
      sex: its?.bed?.sex ?? "",
      room: ofBed.map(({ code }) => code).filter((code) => its?.bed?.[code]),
      weight: its?.bed?.weight_kg ?? "",
      skills: its?.skills ?? [],
      words: needed?.words ?? "",
      ...Object.fromEntries(codes.windows.map(({ code }) => [code, called(its, code)])),
    },
    check: (values) => missing(values, { line: "Choose the line of service", start_on: "Say from which day" }),
    send: (values) => put(`/cases/${caseId}/package`, { package: packageOf(values, counted(values.line), codes), words: values.words.trim() || null }, needed?.etag),
    done,
  })
  const kind = counted(form.values.line)
  const lines = codes.service_lines.filter(({ code, pathways }) => pathways.includes(pathway) || code === its?.line)
  return html`<${Form} form=${form} id="need" action="Save the package">
    <${Select} form=${form} id="need" name="line" label="Line of service" options=${lines} />
    <${TextInput} form=${form} id="need" name="start_on" type="date" label="From" />
    ${kind === "calls" && html`<${TextInput} form=${form} id="need" name="sector" label="Postcode sector where care is given" hint="For example, ZZ97 1" />
      ${codes.windows.map(({ code, words }) => html`<${Select} key=${code} form=${form} id="need" name=${code} label=${`Call: ${words.toLowerCase()}`} options=${callOptions} choose="None" />`)}`}
    ${kind === "beds" && html`<${Select} form=${form} id="need" name="sex" label="Bed for" options=${codes.sexes} choose="Either" />
      <${Checkboxes} form=${form} id="need" name="room" label="The bed is in a" options=${ofBed} />
      <${TextInput} form=${form} id="need" name="weight" type="number" label="Weight in kg, where it may be over a limit" />`}
    <${Checkboxes} form=${form} id="need" name="skills" label="The service must be able to do" options=${codes.skills} />
    <${TextArea} form=${form} id="need" name="words" label="In words, for a service that is interested (no names)" rows="2" />
  <//>`
}

function called(its, window) {
  const call = its?.calls.find((each) => each.window === window)
  return call ? `${call.carers}-${call.minutes}` : ""
}

function packageOf({ line, start_on, sector, sex, room, weight, skills, ...calls }, kind, codes) {
  const made = codes.windows.filter(({ code }) => calls[code]).map(({ code }) => {
    const [carers, minutes] = calls[code].split("-").map(Number)
    return { window: code, carers, minutes }
  })
  const bed = { sex: sex || null, side_room: room.includes("side_room"), ground_floor: room.includes("ground_floor"), weight_kg: Number(weight) || null }
  return { line, start_on, skills, sector: sector.trim() || null, calls: kind === "calls" ? made : [], bed: kind === "beds" ? bed : null }
}
