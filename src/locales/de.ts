import type { KitTexts } from './texts.ts'

/** The kit's own texts in German. */
const de: KitTexts = {
  actions: {
    retry: 'Erneut versuchen',
    dismiss: 'Schließen',
    login: 'Anmelden',
    logout: 'Abmelden',
    reload: 'Seite neu laden',
    refetch: 'Aktualisieren',
    copyReport: 'Bericht kopieren',
    extend: 'Angemeldet bleiben',
    send: 'Jetzt senden',
    discard: 'Nicht senden',
    other: 'Weiter',
  },
  statuses: {
    202: {
      title: 'Wartet auf Genehmigung',
      message: 'Nach der Genehmigung geht es von selbst weiter.',
    },
    400: {
      title: 'Das ließ sich nicht verarbeiten',
      message: 'In dieser Form können wir die Angaben nicht verwenden. Prüfen Sie sie und versuchen Sie es erneut.',
    },
    401: {
      title: 'Melden Sie sich an',
      message: 'Dafür müssen Sie angemeldet sein. Melden Sie sich an und machen Sie dann hier weiter.',
    },
    402: {
      title: 'Hier ist zuerst eine Zahlung nötig',
      message: 'Schließen Sie die Zahlung ab, kommen Sie dann zurück und versuchen Sie es erneut.',
    },
    403: {
      title: 'Sie haben hierauf keinen Zugriff',
      message:
        'Für Ihr Konto ist das nicht freigegeben. Bei Bedarf wenden Sie sich an die Person, die Ihren Zugriff verwaltet.',
    },
    404: {
      title: 'Das haben wir nicht gefunden',
      message:
        'Vielleicht wurde es verschoben oder gelöscht. Aktualisieren Sie die Ansicht, um zu sehen, was jetzt da ist.',
    },
    405: {
      title: 'Das ist hier nicht möglich',
      message: 'Diese Seite ist vielleicht nicht mehr aktuell. Laden Sie sie neu und versuchen Sie es dann erneut.',
    },
    408: {
      title: 'Das hat zu lange gedauert',
      message: 'Es ist nicht rechtzeitig bei uns angekommen. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    },
    409: {
      title: 'Das hat sich inzwischen geändert',
      message: 'Aktualisieren Sie die Ansicht, um den neuesten Stand zu sehen, und ändern Sie es dann noch einmal.',
    },
    410: {
      title: 'Das gibt es nicht mehr',
      message: 'Es wurde endgültig entfernt. Gehen Sie zurück und wählen Sie etwas anderes aus.',
    },
    413: {
      title: 'Das ist zu groß zum Senden',
      message: 'Verkleinern Sie es oder senden Sie weniger auf einmal.',
    },
    415: {
      title: 'Dieser Dateityp wird nicht unterstützt',
      message: 'Wählen Sie eine Datei eines anderen Typs aus.',
    },
    422: {
      title: 'Bei einigen Angaben passt etwas nicht',
      message: 'Prüfen Sie, was Sie eingegeben haben, ändern Sie, was nicht passt, und senden Sie es dann erneut.',
    },
    423: {
      title: 'Das ist im Moment gesperrt',
      message: 'Vielleicht arbeitet gerade jemand daran. Warten Sie etwas und versuchen Sie es dann erneut.',
    },
    429: {
      title: 'Zeit für eine kurze Pause',
      message: 'In kurzer Zeit kamen sehr viele Anfragen. Warten Sie etwas und versuchen Sie es dann erneut.',
    },
    500: {
      title: 'Bei uns gibt es gerade ein Problem',
      message:
        'Es liegt nicht an Ihnen. Versuchen Sie es gleich erneut; bleibt es dabei, wenden Sie sich an den Support.',
    },
    502: {
      title: 'Der Dienst antwortet gerade nicht',
      message: 'Er sollte bald wieder da sein. Warten Sie einen Moment und versuchen Sie es dann erneut.',
    },
    503: {
      title: 'Der Dienst ist gerade nicht verfügbar',
      message: 'Er sollte bald wieder da sein. Warten Sie einen Moment und versuchen Sie es dann erneut.',
    },
    504: {
      title: 'Der Dienst braucht zu lange',
      message:
        'Falls Sie gerade etwas gespeichert oder gesendet haben, sehen Sie vor einem neuen Versuch nach, ob es schon angekommen ist.',
    },
  },
  classes: {
    '4xx': {
      title: 'Das geht im Moment nicht',
      message: 'Prüfen Sie Ihre Eingaben oder laden Sie die Seite neu und versuchen Sie es dann erneut.',
    },
    '5xx': {
      title: 'Bei uns gibt es gerade ein Problem',
      message: 'Es liegt nicht an Ihnen. Warten Sie einen Moment und versuchen Sie es dann erneut.',
    },
  },
  kinds: {
    network: {
      title: 'Der Dienst ist nicht erreichbar',
      message: 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann erneut.',
    },
    timeout: {
      title: 'Die Antwort blieb zu lange aus',
      message:
        'Falls Sie gerade etwas gespeichert oder gesendet haben, sehen Sie vor einem neuen Versuch nach, ob es schon angekommen ist.',
    },
    unreadable: {
      title: 'Die Antwort war nicht lesbar',
      message: 'Laden Sie die Seite neu und versuchen Sie es erneut. Bleibt es dabei, wenden Sie sich an den Support.',
    },
    stream: {
      title: 'Die Verbindung wurde unterbrochen',
      message: 'Die Antwort ist nur zum Teil angekommen. Versuchen Sie es erneut, um sie ganz zu erhalten.',
    },
  },
  default: {
    title: 'Das hat nicht geklappt',
    message:
      'Etwas Unerwartetes kam dazwischen. Versuchen Sie es erneut; bleibt es dabei, wenden Sie sich an den Support.',
  },
  session: {
    ended: {
      title: 'Sie wurden abgemeldet',
      message: 'Melden Sie sich wieder an, um fortzufahren.',
    },
    expired: {
      title: 'Melden Sie sich wieder an',
      message: 'Ihre Anmeldung ist abgelaufen. Was Sie eingegeben haben, ist noch da.',
    },
    stepUp: {
      title: 'Bestätigen Sie, dass Sie es sind',
      message: 'Dafür ist eine neue Anmeldung nötig. Was Sie eingegeben haben, ist noch da.',
    },
    expiring: {
      title: 'Sie werden bald abgemeldet',
      message: 'Bleiben Sie angemeldet, um hier weiterzumachen.',
    },
    sendNow: {
      title: 'Jetzt senden?',
      message: 'Das wartet, seit Ihre Anmeldung abgelaufen ist. Es wurde noch nichts davon gesendet.',
    },
  },
  parts: {
    region: 'Benachrichtigungen ({{hotkey}})',
    regionPlain: 'Benachrichtigungen',
    banner: 'Hinweis',
    close: 'Schließen',
    fewer: 'Weniger anzeigen',
    more_one: '{{count, number}} weitere',
    more_other: '{{count, number}} weitere',
    count_one: 'Einmal aufgetreten',
    count_other: '{{count, number}}-mal aufgetreten',
    details: 'Details',
    requestId: 'Anfrage-ID',
    code: 'Code',
    status: 'Status',
    time: 'Zeitpunkt',
    copied: 'Kopiert.',
    copyFailed: 'Automatisch kopieren geht hier nicht. Der Bericht wird angezeigt; kopieren Sie ihn von dort.',
    errorPrefix: 'Fehler:',
    warningPrefix: 'Warnung:',
    infoPrefix: 'Hinweis:',
    documentTitle: 'Fehler: {{title}}',
    summaryHeading: 'Es gibt ein Problem',
    fieldRequired: 'Füllen Sie dieses Feld aus.',
    fieldTooShort: 'Das ist zu kurz. Ergänzen Sie noch etwas.',
    fieldTooLong: 'Das ist zu lang. Kürzen Sie es etwas.',
    fieldFormat: 'Prüfen Sie die Schreibweise.',
    fieldOther: 'Prüfen und ändern Sie diese Angabe.',
    wait: 'Noch {{duration}}, dann können Sie es erneut versuchen.',
    waitUnknown: 'In Kürze können Sie es erneut versuchen.',
    cooldownOver: 'Sie können es jetzt erneut versuchen.',
    retryAvailable: 'Sie können es erneut versuchen.',
    retryAll: 'Alle erneut versuchen',
    offline: 'Sie sind offline. Sobald die Verbindung wieder da ist, geht es weiter.',
    reconnecting: 'Verbindung wird wiederhergestellt …',
    backOnline: 'Sie sind wieder online.',
    recovered: 'Es funktioniert wieder.',
    approved: 'Genehmigt.',
    rejected: 'Nicht genehmigt.',
    cancel: 'Abbrechen',
    cancelled: 'Abgebrochen.',
    busy: 'Einen Moment …',
    home: 'Zur Startseite',
  },
}

export default de
