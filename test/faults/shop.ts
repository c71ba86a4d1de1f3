import { problemDetails } from '../../src/core.ts'

/** The backend of a page that sends to its own site: what a status means is all there is to know of it. */
export const shop = {
  name: 'shop',
  match: '/api/',
  dialects: [problemDetails],
  identity: 'status',
  catalogue: {},
} as const
