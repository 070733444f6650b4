/** Says which ward a feed means by a name; every message that waited for it is placed. */
import { Form } from "../form/form.js"
import { Select } from "../form/fields.js"
import { missing, useForm } from "../form/use-form.js"
import { html } from "../html.js"
import { put } from "../http.js"
import { NONE, wardOptions } from "./wards.js"

export function WardForm({ page, places, onDone, refused }) {
  const form = useForm({
    initial: { ward_id: "" },
    check: (values) => missing(values, { ward_id: "Choose the ward" }),
    send: ({ ward_id: id }) => put(`/feed-messages/${page.message.message_id}/ward`, { ward_id: id === NONE ? null : id }),
    done: onDone,
    refused,
  })
  return html`<${Form} form=${form} id="ward" action="Save and place what waits">
    <${Select} form=${form} id="ward" name="ward_id" label=${`Which ward does ${page.message.feed} call “${page.ward}”?`}
      hint="It is kept in the feed's settings, so it is asked only once." options=${wardOptions(places)} />
  <//>`
}
