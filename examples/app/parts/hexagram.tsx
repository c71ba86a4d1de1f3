import { useTranslation } from 'react-i18next'

/** Six lines from the bottom up, drawn; the ones not thrown yet are faint. */
export function Hexagram({
  lines,
  size = 'large',
}: {
  readonly lines: readonly number[]
  readonly size?: 'small' | 'large'
}) {
  const { t } = useTranslation()
  const names = lines.map((line) => t(lineKey(line)))
  const label = names.length === 0 ? t('cast.waiting') : t('lines.figure', { lines: names.join(', ') })
  const rows = Array.from({ length: 6 }, (_, index) => lines[index])
  return (
    // A new throw is a new drawing, so that its lines appear one after the other again.
    <svg key={lines.join('')} className={`hexagram hexagram-${size}`} viewBox="0 0 96 96" role="img" aria-label={label}>
      {rows.map((line, index) => (
        <Line key={index} line={line} y={82 - index * 15} />
      ))}
    </svg>
  )
}

function Line({ line, y }: { readonly line: number | undefined; readonly y: number }) {
  const moving = line === 6 || line === 9
  const name = line === undefined ? 'line line-open' : moving ? 'line line-moving' : 'line'
  const whole = line === undefined || line % 2 === 1
  return (
    <g className={name}>
      {whole ? (
        <rect x="8" y={y} width="80" height="7" rx="1.5" />
      ) : (
        <>
          <rect x="8" y={y} width="34" height="7" rx="1.5" />
          <rect x="54" y={y} width="34" height="7" rx="1.5" />
        </>
      )}
    </g>
  )
}

function lineKey(line: number) {
  const keys = { 6: 'lines.brokenMoving', 7: 'lines.whole', 8: 'lines.broken', 9: 'lines.wholeMoving' } as const
  return keys[line as keyof typeof keys] ?? 'lines.broken'
}
