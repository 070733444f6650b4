/** A bed of the ward, those taken marked. Two people may be in one room, and a place that has no number can be named. */
import { html, useEffect, useState } from "../html.js"
import { Select, TextInput } from "../form/fields.js"
import { missing } from "../form/use-form.js"
import { get } from "../http.js"
import { nameOf } from "../names.js"

const ELSEWHERE = "another place"

/** Fills `bed` and, for a place that is not one of `beds`, `place`. `spells`: who is on that ward. */
export function BedField({ form, id, beds, spells }) {
  const options = beds.map((bed) => ({ code: bed, words: bedWords(bed, spells) }))
  return html`
    ${beds.length > 0 && html`<${Select} form=${form} id=${id} name="bed" label="Bed" options=${[...options, { code: ELSEWHERE, words: "Another place…" }]} />`}
    ${isElsewhere(form.values, beds) && html`<${TextInput} form=${form} id=${id} name="place" label="Which bed or place?" />`}`
}

/** The bed as it is sent. */
export const bedOf = (values, beds) => (isElsewhere(values, beds) ? values.place.trim() : values.bed)

export const checkBed = (values, beds) =>
  isElsewhere(values, beds) ? missing(values, { place: "Say which bed or place" }) : missing(values, { bed: "Choose the bed" })

/** Who is on a ward: `here` for the ward on screen; of any other it is asked, and until that is known no bed is marked. */
export function useSpellsOn(wardId, here) {
  const [asked, setAsked] = useState({})
  useEffect(() => {
    if (wardId === here.id) return
    get(`/wards/${wardId}/list`).then(({ rows }) => setAsked({ wardId, rows: rows.filter(({ stage }) => stage !== "expected" && stage !== "virtual_ward") }), () => setAsked({}))
  }, [wardId])
  if (wardId === here.id) return here.spells
  return asked.wardId === wardId ? asked.rows : []
}

const isElsewhere = ({ bed }, beds) => beds.length === 0 || bed === ELSEWHERE

function bedWords(bed, spells) {
  const names = spells.filter((spell) => spell.bed === bed).map(({ person }) => nameOf(person))
  return names.length ? `${bed} – taken: ${names.join("; ")}` : bed
}
