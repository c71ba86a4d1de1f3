import { useEffect } from 'react'
import { toast } from 'sonner'
import { useIncidents, useRemedy, useWords, type IncidentProps } from '../../../src/index.ts'

/** Stands once beside sonner's `<Toaster />`, below a provider with `surfaces={{ toast: null, announcer: null }}`. */
export function SonnerToasts() {
  const toasts = useIncidents().filter(({ shown }) => here.includes(shown))
  return toasts.map((incident) => <SonnerToast key={incident.id} incident={incident} />)
}

// What was meant for a part of the page that is not there is a toast as well.
const here = ['toast', 'fields', 'inline', 'pending']

function SonnerToast({ incident: { id, problem, remedy, offer } }: IncidentProps) {
  const client = useRemedy()
  const words = useWords()
  const first = offer.find((action) => action !== 'dismiss')
  useEffect(() => {
    const { title, message } = words.problem(problem, remedy)
    const press = (event: { preventDefault: () => void }, action: string) => {
      event.preventDefault() // or sonner closes it, whatever comes of it
      void client.act(id, action)
    }
    toast[remedy.severity === 'critical' ? 'error' : remedy.severity](title, {
      id,
      description: message,
      duration: Infinity,
      closeButton: true,
      action: first && { label: words.action(first, problem.contract), onClick: (event) => press(event, first) },
      onDismiss: () => client.dismiss(id),
    })
  }, [client, words, id, problem, remedy, first])
  useEffect(() => () => void toast.dismiss(id), [id])
  return null
}
