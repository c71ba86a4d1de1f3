// Of two languages that share no letter everybody can tell which a text is in.
const letters = { ar: /\p{Script=Arabic}/u, en: /[a-z]{2}/i }

/** The texts on the page that stand in an element of another language or direction than their own. */
export function strays(root: Element = document.body): readonly string[] {
  return textsIn(root).flatMap(({ text, language, element }) => {
    const lang = element.closest<HTMLElement>('[lang]')?.lang
    const dir = element.closest<HTMLElement>('[dir]')?.dir ?? 'ltr'
    return lang === language && dir === (language === 'ar' ? 'rtl' : 'ltr') ? [] : [`${text} (${lang}, ${dir})`]
  })
}

/** The languages of the texts on the page, in the order of the alphabet. */
export function languagesIn(root: Element = document.body): readonly string[] {
  return [...new Set(textsIn(root).map(({ language }) => language))].sort()
}

interface TextIn {
  readonly text: string
  readonly language: string
  readonly element: Element
}

function textsIn(root: Element): readonly TextIn[] {
  const texts: TextIn[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent ?? ''
    const element = walker.currentNode.parentElement
    // What stands in a `dd` is a code or a number, and the form is the app's.
    if (element === null || element.closest('dd, label, form > button')) continue
    const language = Object.entries(letters).find(([, pattern]) => pattern.test(text))?.[0]
    if (language !== undefined) texts.push({ text, language, element })
  }
  return texts
}
