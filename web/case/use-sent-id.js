/** An id for what is sent: the same again keeps its id, so that it counts once; other words are another thing. */
import { useRef } from "../html.js"
import { newId } from "../ids.js"

export function useSentId() {
  const held = useRef({ of: "", id: "" })
  return (values) => {
    const of = JSON.stringify(values)
    if (held.current.of !== of) held.current = { of, id: newId() }
    return held.current.id
  }
}
