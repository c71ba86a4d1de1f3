const modifiers = ['Alt', 'Control', 'Meta', 'Shift'] as const

/** Does this key press mean that hotkey? It reads `F6`, or `Alt+T`: the modifiers in alphabetical order. */
export function isHotkey(event: KeyboardEvent, hotkey: string | null): boolean {
  if (!isUsableHotkey(hotkey)) return false
  const pressed = [...modifiers.filter((modifier) => event.getModifierState(modifier)), event.key].join('+')
  return pressed.toLowerCase() === hotkey.toLowerCase()
}

/** WCAG 2.1.4: a single character would fire while somebody types. */
export function isUsableHotkey(hotkey: string | null): hotkey is string {
  return hotkey !== null && hotkey.replace('Shift+', '').length > 1
}

/** Escape, and not the one that ends the input of a Chinese or Japanese word. */
export function isEscape(event: KeyboardEvent): boolean {
  return event.key === 'Escape' && !event.isComposing && !event.defaultPrevented
}
