/** The languages that the library is written in. */
export const languages = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'es', 'fr', 'de', 'pt-BR', 'ar'] as const

export type Language = (typeof languages)[number]
