import { http, HttpResponse, type RequestHandler } from 'msw'
import { caseOf, type StoryBackend } from './backends/backend.ts'

/** Answers every request of this story as the demo's server does, byte for byte. */
export function answerWith(backend: StoryBackend, name: string): RequestHandler {
  return http.all(`*${backend.path}/${name}`, () => {
    const { status, headers, body } = caseOf(backend, name).reply()
    return new HttpResponse(String(body), { status, headers: { ...headers, 'x-request-id': 'req_5f2c81' } })
  })
}
