import { useApiQuery } from 'react-remedy'
import { useServices } from '../services.ts'
import type { Attachment } from './types.ts'

/** The reading side of the application: one hook for each thing the server knows. */

export function useProfile() {
  const { api } = useServices()
  return useApiQuery({ queryKey: ['profile'], queryFn: ({ signal }) => api.profile(signal) })
}

export function usePoints() {
  const { api } = useServices()
  return useApiQuery({ queryKey: ['points'], queryFn: ({ signal }) => api.points(signal) })
}

export function useSessions() {
  const { api } = useServices()
  return useApiQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => api.sessions(signal) })
}

export function useReading(id: string) {
  const { api } = useServices()
  return useApiQuery({ queryKey: ['session', id], queryFn: ({ signal }) => api.session(id, signal) })
}

export function useNotifications() {
  const { api } = useServices()
  return useApiQuery({ queryKey: ['notifications'], queryFn: ({ signal }) => api.notifications(signal) })
}

export function useInvite() {
  const { api } = useServices()
  return useApiQuery({ queryKey: ['invite'], queryFn: ({ signal }) => api.invite(signal) })
}

/** A picture of a message: signed and loaded in one query, so that a retry signs it anew. */
export function useImage(attachment: Attachment) {
  const { api } = useServices()
  return useApiQuery({
    queryKey: ['image', attachment.path],
    queryFn: ({ signal }) => api.image(attachment, signal),
    staleTime: Infinity,
  })
}
