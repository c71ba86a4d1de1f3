'use client'
import { useEffect } from 'react'
import { useRemedyContext } from '../context.ts'
import { createLayer, type Layer } from './layer.ts'
import { useMade } from './use-made.ts'

/** A layer for a portal, in the language of the words. */
export function useLayer(name: string, move: boolean): Layer | null {
  const { language, dir } = useRemedyContext().words
  const layer = useMade(() => createLayer(name, { move }))
  useEffect(() => {
    if (layer) Object.assign(layer.element, { lang: language, dir })
  }, [layer, language, dir])
  return layer
}
