const paths = {
  cast: 'M4 5h16M4 12h6M14 12h6M4 19h16',
  book: 'M5 4.5h9.5a3 3 0 0 1 3 3V20H8a3 3 0 0 1-3-3V4.5ZM5 17a3 3 0 0 1 3-3h9.5',
  bell: 'M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15L6 16ZM10 20.5h4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c1-4 4-5.5 7.5-5.5s6.500 1.500 7.500 5.500',
  gift: 'M4 10h16v10H4V10ZM3 6.500h18V10H3V6.500ZM12 6.500V20M12 6.500c-2 0-4.500-.500-4.500-2.500S11 2 12 6.500Zm0 0c2 0 4.500-.500 4.500-2.500S13 2 12 6.500Z',
  mic: 'M12 14.500a3 3 0 0 0 3-3v-5a3 3 0 1 0-6 0v5a3 3 0 0 0 3 3ZM6 11.500a6 6 0 0 0 12 0M12 17.500V21',
  image: 'M4 5h16v14H4V5ZM4 16l4.500-4.500 4 4 3-3L20 17M15.500 9.500h.010',
  close: 'M6 6l12 12M18 6L6 18',
  drop: 'M12 3.500s6 6.500 6 10.500a6 6 0 1 1-12 0C6 10 12 3.500 12 3.500Z',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
} as const

export type IconName = keyof typeof paths

/** A picture beside words; never the only name of a control. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
