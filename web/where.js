/** Where somebody lies: "Beck, general medicine, F1-04". A bed's name is never broken over two lines. */
import { html } from "./html.js"

export const where = (ward, bed) => html`${ward?.name}${ward && bed && ", "}${bed && html`<span class="hw-whole">${bed}</span>`}`

/** The id of the organisation that a ward, site or hub is part of. */
export function organisationOf(id, places) {
  const place = places.get(id)
  return place?.parent_id ? organisationOf(place.parent_id, places) : place?.id
}
