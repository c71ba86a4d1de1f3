import type { ReactNode } from 'react'

/** Small windows in rows, one row for each theme: `dialog-light,inline-light,toast-dark`. */
export function Hero({ windows }: { readonly windows: string }): ReactNode {
  const shots = windows.split(',').map((name) => name.split('-'))
  return (
    <main className="hero">
      {['light', 'dark'].map((theme) => (
        <div key={theme} className="hero-row" data-theme={theme}>
          {shots
            .filter(([, each]) => each === theme)
            .map(([scene]) => (
              <figure key={scene}>
                <img src={`/shots/${scene}-${theme}.png`} alt="" />
                <figcaption>{scene}</figcaption>
              </figure>
            ))}
        </div>
      ))}
    </main>
  )
}
