import type { MouseEvent, ReactNode } from 'react'
import { useServices } from '../services.ts'
import { usePlace } from '../state/use.ts'

interface LinkProps {
  readonly to: string
  readonly children: ReactNode
  readonly className?: string
  readonly id?: string
}

/** A link inside the application; with a modifier key it is a link like any other. */
export function Link({ to, children, ...rest }: LinkProps) {
  const { router } = useServices()
  const here = usePlace(({ path }) => path === to)

  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
    event.preventDefault()
    router.go(to)
  }

  return (
    <a href={to} onClick={follow} aria-current={here ? 'page' : undefined} {...rest}>
      {children}
    </a>
  )
}
