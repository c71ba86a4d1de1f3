import type { Message, Messages } from '../../../problem/contract.ts'
import type { ResqAction, ResqCode } from '../codes.ts'

// Whichever of the two statuses it is, the operator does the same.
const details: Message = {
  title: 'Bei einigen Angaben passt etwas nicht',
  message: 'Prüfen Sie, was Sie eingegeben haben, ändern Sie, was nicht passt, und senden Sie es dann erneut.',
}

const messages: Messages<ResqCode> = {
  HTTP_400: details,
  HTTP_401: {
    title: 'Melden Sie sich wieder an',
    message: 'Ihre Anmeldung ist abgelaufen. Sobald Sie wieder angemeldet sind, geht es an derselben Stelle weiter.',
  },
  HTTP_403: {
    title: 'Sie haben hierauf keinen Zugriff',
    message: 'Ihrem Konto fehlt dafür eine Berechtigung. Die Person, die Ihren Zugriff verwaltet, kann sie erteilen.',
    when: {
      approval: {
        title: 'Hier ist eine befugte Person nötig',
        message: 'Einsätze darf nur genehmigen, wer dazu befugt ist.',
        hint: 'Ein Mensch mit dieser Befugnis muss den Einsatz genehmigen (KI-Verordnung der EU, Artikel 14).',
      },
    },
  },
  HTTP_404: {
    title: 'Das haben wir nicht gefunden',
    message:
      'Vielleicht gibt es das nicht, oder Sie können es nicht sehen. Aktualisieren Sie, um zu sehen, was da ist.',
  },
  HTTP_408: {
    title: 'Das hat zu lange gedauert',
    message: 'Es ist nicht rechtzeitig bei uns angekommen. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  },
  HTTP_409: {
    title: 'Das hat sich inzwischen geändert',
    message: 'Vielleicht wurde schon darüber entschieden. Die Ansicht wird aktualisiert, danach entscheiden Sie.',
  },
  HTTP_422: details,
  HTTP_429: {
    title: 'Zeit für eine kurze Pause',
    message: 'In kurzer Zeit kamen sehr viele Anfragen. Warten Sie etwas und versuchen Sie es dann erneut.',
  },
  HTTP_500: {
    title: 'Bei uns gibt es gerade ein Problem',
    message: 'Es liegt nicht an Ihnen. Versuchen Sie es gleich noch einmal; bleibt es dabei, melden Sie es uns.',
  },
  HTTP_503: {
    title: 'Einige Dienste sind gerade eingeschränkt',
    message:
      'Sie können weiterarbeiten. Telemetriedaten werden aufgehoben und später gesendet; manches dauert vielleicht länger.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<ResqAction, string>> = {
  fileReport: 'Problem melden',
}

export default messages
