/** Changes how a feed is read. What somebody else saved meanwhile is shown beside what is typed, never overwritten. */
import { Theirs } from "../case/move.js"
import { Checkboxes, Radios } from "../form/choices.js"
import { Select, TextInput } from "../form/fields.js"
import { Form } from "../form/form.js"
import { useBasis } from "../form/use-basis.js"
import { missing, useForm } from "../form/use-form.js"
import { html } from "../html.js"
import { put } from "../http.js"
import { Pairs } from "./pairs.js"
import { SettingsFacts } from "./settings-facts.js"
import { NONE, wardOptions } from "./wards.js"
import { CAME_FROM, CLASSES, TRUSTED } from "./words.js"

const COMPONENTS = [{ code: "1", words: "The first part of the place (usual)" }, { code: "2", words: "The second part, after a building" }]

export function SettingsForm({ feed, places, saved, refresh, changed }) {
  const form = useForm({
    initial: fill(feed),
    check,
    send: (values) => put(`/feeds/${feed.feed_id}/settings`, body(values, feed), basis.etag),
    done: saved,
    refused: () => (changed(), refresh()),
  })
  const basis = useBasis(form, feed, fill)
  const its = { form, id: "feed" }
  const sites = [...places.values()].filter(({ place }) => place === "site").map(({ id, name }) => ({ code: id, words: name }))
  return html`<${Form} ...${its} action="Save">
    <${Theirs} basis=${basis}><${SettingsFacts} feed=${basis.theirs} places=${places} /><//>
    <${TextInput} ...${its} name="name" label="Name of the feed" />
    <${Select} ...${its} name="site_id" label="Which site does it tell of?" choose="Any site" options=${sites} />
    <${TextInput} ...${its} name="time_zone" label="Time zone of times that name none" hint="Such as Europe/London" />
    <${Pairs} ...${its} name="wards" label="Wards" hint="A ward that is not here is found by its code." said="Name in the feed" meant="Ward" options=${wardOptions(places)} />
    <${Radios} ...${its} name="ward_component" label="Where does the ward's name stand in PV1-3?" options=${COMPONENTS} />
    <${Pairs} ...${its} name="classes" label="Kinds of patient" hint="Only codes that this sender uses in its own way (PV1-2)." said="Code in the feed" meant="Kind of patient" options=${CLASSES} />
    <${Pairs} ...${its} name="admit_sources" label="Tell the hub early" hint="Codes of where somebody came from (PV1-14) for which the ward list proposes it." said="Code in the feed" meant="Where they came from" options=${CAME_FROM} />
    <${Checkboxes} ...${its} name="trusted" label="What may it change here?" options=${TRUSTED} />
    <div class="hw-pair">
      <${TextInput} ...${its} name="silent_after_minutes" type="number" label="Minutes of silence until the alarm" />
      <${TextInput} ...${its} name="waiting_after_minutes" type="number" label="Minutes a message may wait" />
    </div>
  <//>`
}

function fill({ name, settings }) {
  const { wards, classes, admit_sources: sources } = settings
  return {
    ...settings,
    name,
    site_id: settings.site_id ?? "",
    ward_component: String(settings.ward_component),
    wards: Object.entries(wards).map(([said, ward]) => ({ said, meant: ward ?? NONE })),
    classes: Object.entries(classes).map(([said, meant]) => ({ said, meant })),
    admit_sources: Object.entries(sources).map(([said, meant]) => ({ said, meant })),
    silent_after_minutes: String(settings.silent_after_minutes),
    waiting_after_minutes: String(settings.waiting_after_minutes),
  }
}

function check(values) {
  const half = (pairs) => pairs.some(({ said, meant }) => Boolean(said.trim()) !== Boolean(meant))
  const twice = (pairs) => new Set(pairs.map(({ said }) => said.trim())).size < pairs.length
  const wrong = missing(values, { name: "Give the feed a name", time_zone: "Give the time zone" })
  for (const name of ["wards", "classes", "admit_sources"]) {
    if (half(values[name])) wrong.push({ field: name, words: "Fill in both sides of each line, or remove it" })
    else if (twice(values[name])) wrong.push({ field: name, words: "The same name stands here twice" })
  }
  for (const name of ["silent_after_minutes", "waiting_after_minutes"]) {
    if (!/^[1-9][0-9]*$/.test(values[name].trim())) wrong.push({ field: name, words: "Give a whole number of minutes" })
  }
  return wrong
}

/** The settings that the form does not show stay as they are. */
function body({ name, ...values }, { settings }) {
  const map = (pairs, meaning) => Object.fromEntries(pairs.map(({ said, meant }) => [said.trim(), meaning(meant)]))
  return {
    name,
    settings: {
      ...settings,
      site_id: values.site_id || null,
      time_zone: values.time_zone,
      ward_component: Number(values.ward_component),
      wards: map(values.wards, (ward) => (ward === NONE ? null : ward)),
      classes: map(values.classes, (code) => code),
      admit_sources: map(values.admit_sources, (code) => code),
      trusted: values.trusted,
      silent_after_minutes: Number(values.silent_after_minutes),
      waiting_after_minutes: Number(values.waiting_after_minutes),
    },
  }
}
