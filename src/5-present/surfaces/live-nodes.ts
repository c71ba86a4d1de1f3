import { createLayer } from './layer.ts'

/** `status` waits until the user pauses, `alert` interrupts. */
export type LiveRole = 'status' | 'alert'

/** The two nodes that assistive technology listens to. */
export interface LiveNodes {
  /** Says a text, the same one again as well; an empty one takes back what stands there. */
  readonly say: (role: LiveRole, text: string) => void
  /** The language of what is said next. */
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
  const said: Partial<Record<LiveRole, { readonly text: string; readonly at: number }>> = {}
  const writing: Partial<Record<LiveRole, ReturnType<typeof setTimeout>>> = {}
  let placed = Date.now()

  function say(role: LiveRole, text: string): void {
    clearTimeout(writing[role])
    said[role] = { text, at: Date.now() }
    const wait = placed + settling - Date.now()
    if (wait > 0) writing[role] = setTimeout(() => write(nodes[role], text), wait)
    else write(nodes[role], text)
  }

  // A live node that arrives with words in it would say them again, however old they are.
  function leaving(): void {
    placed = Date.now()
    for (const role of roles) {
      const { text, at } = said[role] ?? { text: '', at: 0 }
      write(nodes[role], '')
      if (text !== '' && placed - at < fresh) say(role, text)
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
function write(node: HTMLElement, text: string): void {
  const line = document.createElement('p')
  line.textContent = text
  node.replaceChildren(...(text === '' ? [] : [line]))
}
