import axe from 'axe-core'

/** What axe has to say against a part of the page: the rules of WCAG 2.2 A and AA, told by their names and the elements. */
export async function violations(part: Element = document.body): Promise<readonly string[]> {
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const { violations } = await axe.run(part, { runOnly: { type: 'tag', values } })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
