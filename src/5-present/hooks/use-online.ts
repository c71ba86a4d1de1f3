'use client'
import { useStore } from 'zustand'
import { useRemedyContext } from '../context.ts'

/**
 * Is the device on a network, as far as TanStack's `onlineManager` knows?
 *
 * @example
 * ```tsx
 * import { useOnline } from 'react-remedy'
 *
 * export const Lamp = () => <span>{useOnline() ? 'online' : 'offline'}</span>
 * ```
 */
export function useOnline(): boolean {
  return useStore(useRemedyContext().client.store, ({ online }) => online)
}
