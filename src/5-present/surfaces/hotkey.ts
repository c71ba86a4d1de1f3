/** Does this key press mean that hotkey? A hotkey reads `F6`, `Alt+T`, `Control+Shift+U`. */
export function isHotkey(event: KeyboardEvent, hotkey: string): boolean {
  const parts = hotkey.split('+')
  const key = parts.pop() ?? ''
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    event.altKey === parts.includes('Alt') &&
    event.ctrlKey === parts.includes('Control') &&
    event.metaKey === parts.includes('Meta') &&
    event.shiftKey === parts.includes('Shift')
  )
}

/** WCAG 2.1.4: a single character would fire while somebody types. */
export function isUsableHotkey(hotkey: string | null): hotkey is string {
  return hotkey !== null && (/[+]./.test(hotkey) ? /(Alt|Control|Meta)\+/.test(hotkey) : hotkey.length > 1)
}

/** Escape, and not the one that ends the input of a Chinese or Japanese word. */
export function isEscape(event: KeyboardEvent): boolean {
  return event.key === 'Escape' && !event.isComposing && !event.defaultPrevented
}
