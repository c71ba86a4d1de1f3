import { buildDemo } from '../../examples/serve.ts'

/** Builds the demo once, as it would be deployed; every worker serves that. */
export default buildDemo
