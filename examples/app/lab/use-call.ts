import { useQueryClient } from '@tanstack/react-query'
import { useApiMutation } from 'react-remedy'
import { useServices } from '../services.ts'
import { creatoria, qoder, resq } from './contracts.ts'
import type { BackendName } from './lab-store.ts'
import { armNext } from './next-answer.tsx'

const contracts = { qoder, creatoria, resq }

/** One call to a backend, as a button of its page makes it. What is shown of that backend is read again after it. */
export function useCall<T, V = void>(of: Exclude<BackendName, 'divination'>, call: (variables: V) => Promise<T>) {
  const { lab } = useServices()
  const queryClient = useQueryClient()
  return useApiMutation({
    contract: contracts[of],
    mutationFn: async (variables: V) => {
      await armNext(lab, of)
      return call(variables)
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['lab', of] }),
  })
}
