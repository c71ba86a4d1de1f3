import { anthropic } from '../../1-decode/dialects/anthropic.ts'
import { aspNet } from '../../1-decode/dialects/aspnet.ts'
import { aws } from '../../1-decode/dialects/aws.ts'
import { challenge } from '../../1-decode/dialects/challenge.ts'
import { cloudflare } from '../../1-decode/dialects/cloudflare.ts'
import { declaredProblem } from '../../1-decode/dialects/declared-problem.ts'
import { detail } from '../../1-decode/dialects/detail.ts'
import { djangoRest } from '../../1-decode/dialects/django-rest.ts'
import { envelope } from '../../1-decode/dialects/envelope.ts'
import { fastify } from '../../1-decode/dialects/fastify.ts'
import { github } from '../../1-decode/dialects/github.ts'
import { google } from '../../1-decode/dialects/google.ts'
import { graphQl } from '../../1-decode/dialects/graphql.ts'
import { jsonApi } from '../../1-decode/dialects/json-api.ts'
import { laravel } from '../../1-decode/dialects/laravel.ts'
import { loose } from '../../1-decode/dialects/loose.ts'
import { markup } from '../../1-decode/dialects/markup.ts'
import { nest } from '../../1-decode/dialects/nest.ts'
import { oauth } from '../../1-decode/dialects/oauth.ts'
import { openAi } from '../../1-decode/dialects/openai.ts'
import { plainText } from '../../1-decode/dialects/plain-text.ts'
import { postgrest } from '../../1-decode/dialects/postgrest.ts'
import { rails } from '../../1-decode/dialects/rails.ts'
import { spring } from '../../1-decode/dialects/spring.ts'
import { stepUp } from '../../1-decode/dialects/step-up.ts'
import { stripe } from '../../1-decode/dialects/stripe.ts'
import { trpc } from '../../1-decode/dialects/trpc.ts'
import { twilio } from '../../1-decode/dialects/twilio.ts'
import { rest } from '../../1-decode/dialects/shape.ts'
import { own } from '../../1-decode/own.ts'
import type { Dialect, HttpContext, Reading } from '../../problem/reading.ts'

/** The shapes of failures, most specific first: none takes a body that belongs to a later one. */
export const shapes: readonly Dialect[] = [
  stepUp,
  // By what they declare, or by members that nobody else has.
  cloudflare,
  aspNet,
  declaredProblem,
  aws,
  postgrest,
  twilio,
  github,
  spring,
  // `error` is an object.
  anthropic,
  trpc,
  google,
  stripe,
  openAi,
  envelope,
  // `errors` is a list.
  jsonApi,
  graphQl,
  // `statusCode`, `detail`, `errors` by field.
  fastify,
  nest,
  detail,
  laravel,
  rails,
  // `error` is a text.
  oauth,
  // Anything with names that speak, then anything with sentences at its ends.
  loose,
  djangoRest,
  // No JSON.
  challenge,
  markup,
  plainText,
]

/** The shapes of failures that come with a success: GraphQL's 200, tRPC's batch with a 207, a body that denies its success. */
export const successShapes: readonly Dialect[] = [graphQl, trpc, unsuccessful]

/** `{ success: false, … }`: what else it says has the shape of any failure. */
function unsuccessful(body: unknown, http: HttpContext): Reading | undefined {
  if (own(body, 'success') !== false) return undefined
  for (const dialect of shapes) {
    const reading = dialect(body, http)
    if (reading !== undefined) return reading
  }
  return { data: rest(body, 'success') }
}
