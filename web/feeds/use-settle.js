/** Sends what is settled about one message. Where somebody else was faster the page shows what they decided. */
import { useForm } from "../form/use-form.js"
import { put } from "../http.js"
import { newId } from "../ids.js"

/** A form whose `decision(values)` is put; `initial` and `check` as for any form. */
export function useDecision({ page, onDone, refused, initial = {}, check, decision }) {
  const path = `/feed-messages/${page.message.message_id}/decision`
  const send = (values) => put(path, { decision: decision(values), instead_of: page.decided?.at ?? null })
  return useForm({ initial, check, send, done: onDone, refused })
}

/** Placing one message again decides nothing. */
export const placeAgain = ({ message }) => put(`/feed-messages/replays/${newId()}`, { message_ids: [message.message_id] })
