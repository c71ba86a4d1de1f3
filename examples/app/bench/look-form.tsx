import { useServices } from '../services.ts'
import { languageList, type Look } from '../state/look.ts'
import { useLook } from '../state/use.ts'

const choices = {
  theme: ['auto', 'light', 'dark'],
  direction: ['auto', 'ltr', 'rtl'],
  language: languageList.map(([tag]) => tag),
} as const

/** Theme, direction and language, to look at everything in each of them. */
export function LookForm() {
  return (
    <section className="bench-section" aria-labelledby="bench-look">
      <h3 id="bench-look">Look</h3>
      <div className="bench-pair">
        <Choice of="theme" name="Theme" />
        <Choice of="direction" name="Direction" />
        <Choice of="language" name="Language" />
      </div>
    </section>
  )
}

function Choice({ of, name }: { readonly of: keyof Look; readonly name: string }) {
  const { look } = useServices()
  const value = useLook((state) => state[of])
  return (
    <label>
      {name}
      <select id={`bench-${of}`} value={value} onChange={(event) => look.setState({ [of]: event.target.value })}>
        {choices[of].map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </label>
  )
}
