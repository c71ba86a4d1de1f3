import type { Message, Messages } from '../../../problem/contract.ts'
import type { CreatoriaAction, CreatoriaCode } from '../codes.ts'

// Two bodies for one case.
const limited: Message = {
  title: 'Das Limit ist vorerst erreicht',
  message: 'In kurzer Zeit kamen sehr viele Anfragen. Es geht weiter, sobald das Limit zurückgesetzt wird.',
  when: {
    minute: {
      title: 'Das Limit dieser Minute ist erreicht',
      message:
        'Im Tarif {{plan}} ist das Minutenlimit dieses API-Schlüssels ausgeschöpft. Es geht weiter, sobald es zurückgesetzt wird.',
    },
    hour: {
      title: 'Das Limit dieser Stunde ist erreicht',
      message:
        'Im Tarif {{plan}} ist das Stundenlimit Ihrer Organisation ausgeschöpft. Es geht weiter, sobald es zurückgesetzt wird.',
    },
    day: {
      title: 'Das Limit für heute ist erreicht',
      message:
        'Im Tarif {{plan}} ist das Tageslimit Ihrer Organisation ausgeschöpft. Es geht weiter, sobald es zurückgesetzt wird.',
    },
  },
}

const messages: Messages<CreatoriaCode> = {
  HTTP_400: {
    title: 'Bei einigen Angaben passt etwas nicht',
    message: 'Prüfen Sie, was Sie eingegeben haben, ändern Sie, was nicht passt, und senden Sie es dann erneut.',
  },
  HTTP_401: {
    title: 'Ihr API-Schlüssel wurde nicht akzeptiert',
    message: 'Vielleicht fehlt er oder wird nicht mehr verwendet. Hinterlegen Sie einen aktuellen, um fortzufahren.',
    hint: 'Er muss als X-API-Key gesendet werden.',
  },
  HTTP_403: {
    title: 'Ihr API-Schlüssel reicht nicht so weit',
    message:
      'Jeder Schlüssel hat eine der Stufen read, write und admin. Nehmen Sie einen, dessen Stufe hierfür ausreicht.',
  },
  HTTP_404: {
    title: 'Das haben wir nicht gefunden',
    message:
      'Es wurde vielleicht gelöscht oder gehört nicht zu Ihrer Organisation. Aktualisieren Sie, um zu sehen, was da ist.',
  },
  HTTP_409: {
    title: 'Das passt nicht zum jetzigen Stand',
    message:
      'Es hat sich vielleicht inzwischen geändert. Aktualisieren Sie, sehen Sie es sich an und entscheiden Sie dann.',
  },
  HTTP_429: limited,
  HTTP_500: {
    title: 'Bei Creatoria gibt es ein Problem',
    message:
      'Es liegt nicht an Ihnen. Versuchen Sie es gleich erneut; bleibt es dabei, wenden Sie sich an den Support.',
  },

  PROJECT_CONTEXT_REQUIRED: {
    title: 'Wählen Sie zuerst ein Projekt aus',
    message:
      'Ein Agent gehört zu einem Projekt, und es ist noch keines ausgewählt. Wählen Sie eines aus, dann geht es weiter.',
    hint: 'Ist Ihr API-Schlüssel mit einem Projekt verknüpft, gilt künftig dieses.',
  },
  RATE_LIMIT_EXCEEDED: limited,
  STREAM_ERROR: {
    title: 'Die Antwort ist abgebrochen',
    message:
      'Creatoria hatte beim Schreiben ein Problem. Was schon da ist, bleibt. Versuchen Sie es erneut, um alles zu erhalten.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<CreatoriaAction, string>> = {
  updateApiKey: 'API-Schlüssel aktualisieren',
  chooseProject: 'Projekt auswählen',
}

export default messages
