import { act, render, renderHook, screen } from '@testing-library/react'
import { createInstance, type i18n as I18n } from 'i18next'
import { StrictMode, Suspense, type ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { I18nextProvider, initReactI18next, setI18n, useTranslation } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import en from '../../src/locales/en.ts'
import zhTW from '../../src/locales/zh-TW.ts'
import { useWordSource, type WordSourceOptions } from '../../src/5-present/words/use-word-source.ts'
import { english, ours, problem, settled, shop, taiwan, type Load } from './samples.ts'

beforeEach(() => {
  document.documentElement.lang = 'en'
})

afterEach(() => {
  setI18n(undefined as unknown as I18n) // the one global of react-i18next
})

function appI18n(lng: string, close: string): I18n {
  const i18n = createInstance()
  void i18n.init({ lng, fallbackLng: 'en', resources: { [lng]: { remedy: { parts: { close } } } } })
  return i18n
}

/** What `useWordSource` answers in a component that writes its contracts in the markup, as apps do. */
function useInline(options: Partial<WordSourceOptions>) {
  return useWordSource({ contracts: [shop], ...options })
}

function Close(options: Partial<WordSourceOptions>): ReactNode {
  const words = useInline(options)
  return <p lang={words.language}>{words.part('close')}</p>
}

async function arrive(): Promise<void> {
  await act(settled)
}

describe('the instance', () => {
  it('is the one of the prop, else of the context, else of initReactI18next', async () => {
    const [prop, context] = [appI18n('en', 'of the prop'), appI18n('en', 'of the context')]
    const wide = createInstance().use(initReactI18next)
    await wide.init({ lng: 'en', resources: { en: { remedy: { parts: { close: 'of the app' } } } } })
    const { rerender } = render(<Close />)
    expect(screen.getByText('of the app')).toBeVisible()
    rerender(<I18nextProvider i18n={context}>{<Close />}</I18nextProvider>)
    expect(screen.getByText('of the context')).toBeVisible()
    rerender(<I18nextProvider i18n={context}>{<Close i18n={prop} />}</I18nextProvider>)
    expect(screen.getByText('of the prop')).toBeVisible()
    await arrive()
  })

  it('may be missing: then the page says the language, also when it changes', async () => {
    render(<Close />)
    document.documentElement.lang = 'zh-Hant-HK'
    await arrive()
    expect(screen.getByText(zhTW.parts.close)).toHaveAttribute('lang', 'zh-TW')
  })

  it('may change', async () => {
    const { rerender } = render(<Close i18n={appI18n('en', 'one')} />)
    rerender(<Close i18n={appI18n('en', 'two')} />)
    expect(screen.getByText('two')).toBeVisible()
    await arrive()
  })

  it('may be the copy that useTranslation hands out', async () => {
    const original = appI18n('en', 'Close')
    const load = vi.fn<Load>(() => Promise.resolve({ default: english }))
    const loadTaiwan = vi.fn<Load>(() => Promise.resolve({ default: taiwan }))
    function App(): ReactNode {
      const { i18n } = useTranslation()
      return <Close i18n={i18n} contracts={[{ ...shop, messages: { en: load, 'zh-TW': loadTaiwan } }]} />
    }
    render(<I18nextProvider i18n={original}>{<App />}</I18nextProvider>)
    await arrive()
    await act(() => original.changeLanguage('zh-TW'))
    await arrive()
    expect(screen.getByText(zhTW.parts.close)).toBeVisible()
    await act(() => original.changeLanguage('en'))
    await arrive()
    expect([load.mock.calls.length, loadTaiwan.mock.calls.length]).toEqual([1, 1])
  })
})

describe('the words', () => {
  it('change with the language', async () => {
    const i18n = appI18n('en', 'Close')
    render(<Close i18n={i18n} />)
    await act(() => i18n.changeLanguage('zh-TW'))
    await arrive()
    expect(screen.getByText(zhTW.parts.close)).toHaveAttribute('lang', 'zh-TW')
  })

  it('change when the app adds some of its own', async () => {
    const i18n = appI18n('en', 'Close')
    render(<Close i18n={i18n} />)
    act(() => void i18n.addResourceBundle('en', 'remedy', { parts: { close: 'Shut' } }, true, true))
    expect(screen.getByText('Shut')).toBeVisible()
    await arrive()
  })

  it('are the same object until they say something else', async () => {
    const i18n = appI18n('en', 'Close')
    const { result, rerender } = renderHook(() => useInline({ i18n }))
    await arrive()
    const first = result.current
    rerender()
    act(() => void i18n.addResourceBundle('en', 'translation', { hello: 'Hello' }))
    await arrive()
    expect(result.current).toBe(first)
    await act(() => i18n.changeLanguage('zh-TW'))
    await arrive()
    expect(result.current).not.toBe(first)
  })

  it('are fetched once under StrictMode, however often the provider renders', async () => {
    const load = vi.fn<Load>(() => Promise.resolve({ default: english }))
    const contracts = () => [{ ...shop, messages: { en: load } }]
    const { rerender } = render(<Close contracts={contracts()} />, { wrapper: StrictMode })
    rerender(<Close contracts={contracts()} />)
    await arrive()
    rerender(<Close contracts={contracts()} />)
    await arrive()
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('of a contract that joins later are fetched then', async () => {
    const none: WordSourceOptions['contracts'] = []
    const { result, rerender } = renderHook((contracts) => useInline({ contracts }), {
      initialProps: none,
    })
    rerender([shop])
    await arrive()
    expect(result.current.problem(problem(), ours).title).toBe('The card was not taken')
  })

  it('never suspend: general ones stand in while the rest is on its way', async () => {
    const waiting = vi.fn<() => null>(() => null)
    const Waiting = waiting
    const never = { ...shop, messages: { en: () => new Promise<never>(() => {}) } }
    function Said(): ReactNode {
      return useInline({ contracts: [never] }).problem(problem(), ours).title
    }
    render(<Suspense fallback={<Waiting />}>{<Said />}</Suspense>)
    await arrive()
    expect(screen.getByText(en.statuses[402].title)).toBeVisible()
    expect(waiting).not.toHaveBeenCalled()
  })
})

describe('a server', () => {
  it('says what the first render of the browser says, though the browser knows the page’s language', async () => {
    document.documentElement.lang = 'zh-TW'
    const element = <Close locales={{ 'zh-TW': zhTW }} />
    const root = document.createElement('div')
    root.innerHTML = renderToString(element)
    expect(root).toHaveTextContent(en.parts.close)
    const mounted = await act(() => Promise.resolve(hydrateRoot(root, element)))
    await arrive()
    expect(root).toHaveTextContent(zhTW.parts.close)
    act(() => mounted.unmount())
  })

  it('speaks the language of the app’s i18next where its words are at hand', () => {
    const html = renderToString(<Close i18n={appI18n('de', 'Schließen')} locales={{ de: en }} />)
    expect(html).toBe('<p lang="de">Schließen</p>')
  })
})
