/** Where a home belongs, in words, from its routing as the server answers it. */

/** "Out of area"; "" for whoever belongs here, and where nobody knows. */
export const outOfArea = ({ out_of_area: out }) => (out ? "Out of area" : "")

/** Whom to tell of somebody who belongs to none of our hubs, and where to go with who has no address; "" for the others. */
export const whomToTell = ({ contact, words }) => [words, contact && `Whom to tell: ${contact}`].filter(Boolean).join(" ")

/** "Moor Council, North"; "" where it is not known. */
export const councilWords = ({ council, locality }) => [council?.name, locality].filter(Boolean).join(", ")
