import { useStore } from 'zustand'
import { useServices } from '../services.ts'
import type { Desk } from './desk.ts'
import type { Look } from './look.ts'
import type { Place } from './router.ts'

/** A part of what lies on the user's desk. */
export function useDesk<T>(select: (desk: Desk) => T): T {
  return useStore(useServices().desk, select)
}

/** A part of how the application looks. */
export function useLook<T>(select: (look: Look) => T): T {
  return useStore(useServices().look, select)
}

/** A part of where the user is. */
export function usePlace<T>(select: (place: Place) => T): T {
  return useStore(useServices().router.store, select)
}
