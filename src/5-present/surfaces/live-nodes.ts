import type { Phrase } from '../words/types.ts'
import { createLayer } from './layer.ts'

/** `status` waits until the user pauses, `alert` interrupts. */
export type LiveRole = 'status' | 'alert'

/** The two nodes that assistive technology listens to. */
export interface LiveNodes {
  /** Says texts, the same ones again as well; none at all take back what stands there. */
  readonly say: (role: LiveRole, phrases: readonly Phrase[]) => void
  /** The language of what is said next, but for phrases in another. */
  readonly speak: (language: string, dir: string) => void
  readonly remove: () => void
}

// Milliseconds. A live node that just came into the document is not listened to yet.
const settling = 100
// What was said longer ago has been heard, and is not said again in a new place.
const fresh = 1_000

const roles: readonly LiveRole[] = ['status', 'alert']

/**
 * Makes the two live nodes, which stay as long as their provider. They are no nodes of React's, so that no render ever
 * replaces them, and they follow the topmost modal, outside of which some screen readers hear nothing.
 */
export function createLiveNodes(move: boolean): LiveNodes {
  const nodes = { status: liveNode('status'), alert: liveNode('alert') }
  const said: Partial<Record<LiveRole, { readonly phrases: readonly Phrase[]; readonly at: number }>> = {}
  const writing: Partial<Record<LiveRole, ReturnType<typeof setTimeout>>> = {}
  let placed = Date.now()

  function say(role: LiveRole, phrases: readonly Phrase[]): void {
    clearTimeout(writing[role])
    said[role] = { phrases, at: Date.now() }
    const wait = placed + settling - Date.now()
    if (wait > 0) writing[role] = setTimeout(() => write(nodes[role], phrases), wait)
    else write(nodes[role], phrases)
  }

  // A live node that arrives with words in it would say them again, however old they are.
  function leaving(): void {
    placed = Date.now()
    for (const role of roles) {
      const { phrases, at } = said[role] ?? { phrases: [], at: 0 }
      write(nodes[role], [])
      if (placed - at < fresh) say(role, phrases)
    }
  }

  const { element, remove } = createLayer('live', { move, leaving })
  element.append(nodes.status, nodes.alert)
  return {
    say,
    speak: (lang, dir) => void Object.assign(element, { lang, dir }),
    remove() {
      for (const role of roles) clearTimeout(writing[role])
      remove()
    },
  }
}

function liveNode(role: LiveRole): HTMLElement {
  const node = document.createElement('div')
  node.setAttribute('role', role)
  node.setAttribute('data-remedy-hidden', '')
  return node
}

// A new node each time: a text that replaces its equal is no change, and nobody would hear it.
function write(node: HTMLElement, phrases: readonly Phrase[]): void {
  const line = document.createElement('p')
  for (const { children, ...attributes } of phrases)
    line.append(Object.assign(document.createElement('span'), attributes, { textContent: children }), ' ')
  line.lastChild?.remove()
  node.replaceChildren(...(phrases.length > 0 ? [line] : []))
}
