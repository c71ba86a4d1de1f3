import { problem } from '../../examples/server/http.ts'
import { wire, wireFact, type WireCode } from '../../examples/server/wire.ts'
import { divination as contract, type DivinationCode } from '../../src/contracts/divination/index.ts'
import type { StoryBackend, StoryCase } from './backend.ts'

// The fields that the demo's profile form has.
const wrongFields = [
  { name: 'displayName', detail: 'ensure this value has at least 2 characters', rule: 'string_too_short' },
  { name: 'birthDate', detail: 'invalid date format', rule: 'date_parsing' },
]

/** As the demo's own server answers. */
export const divination: StoryBackend = {
  contract,
  path: '/api/story',
  cases: Object.fromEntries((Object.keys(wire) as WireCode[]).map((code) => [code, toCase(code)])),
}

function toCase(code: WireCode & DivinationCode): StoryCase {
  const { field } = contract.catalogue[code]
  const controls = field === undefined ? wrongFields.map(({ name }) => name) : [field]
  const extras = wireFact(code).fields === undefined ? {} : { fields: wrongFields }
  const reply = () => problem(code, `/api/story/${code}`, extras)
  return { code, reply, controls, marks: controls, byRule: field === undefined, params: {} }
}
