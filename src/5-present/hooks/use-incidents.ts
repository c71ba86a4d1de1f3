'use client'
import { useStore } from 'zustand'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'

/** All open incidents, oldest first: for a status page of your own, or for a toast library that the app has already. */
export function useIncidents(): readonly Incident[] {
  return useStore(useRemedyContext().client.store, ({ incidents }) => incidents)
}
