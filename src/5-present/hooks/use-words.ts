'use client'
import { useRemedyContext } from '../context.ts'
import type { Words } from '../words/types.ts'

/** The words of the current language, for parts of your own. */
export function useWords(): Words {
  return useRemedyContext().words
}
