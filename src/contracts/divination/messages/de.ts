import type { Message, Messages } from '../../../problem/contract.ts'
import type { DivinationAction, DivinationCode } from '../codes.ts'

// Codes that the user cannot have caused share their words.

const ourSide: Message = {
  title: 'Bei uns gibt es gerade ein Problem',
  message: 'Es liegt nicht an Ihnen. Versuchen Sie es gleich erneut; bleibt es dabei, wenden Sie sich an den Support.',
}

const notSent: Message = {
  title: 'Ihre Frage ist nicht angekommen',
  message:
    'An Ihrem Text liegt es nicht. Versuchen Sie es von hier aus erneut; bleibt es dabei, wenden Sie sich an den Support.',
}

const interrupted: Message = {
  title: 'Die Deutung wurde unterbrochen',
  message: 'An derselben Stelle ging es nicht weiter. Versuchen Sie es erneut, um die ganze Deutung zu sehen.',
}

const fileNotUsable: Message = {
  title: 'Diese Datei ließ sich nicht verwenden',
  message: 'Es liegt nicht an Ihnen. Versuchen Sie es erneut; bleibt es dabei, fügen Sie die Datei noch einmal hinzu.',
}

const secured: Message = {
  title: 'Aus Sicherheitsgründen angehalten',
  message:
    'Die Ansicht wird gerade aktualisiert. Sehen Sie sich an, was dort steht, und beginnen Sie dann noch einmal.',
}

const signedOut: Message = {
  title: 'Sie wurden abgemeldet',
  message: 'Melden Sie sich wieder an, um fortzufahren.',
}

const pictureNotSaved: Message = {
  title: 'Ihr neues Bild wurde nicht gespeichert',
  message: 'Ihr bisheriges Bild bleibt vorerst bestehen. Versuchen Sie es gleich noch einmal.',
}

const messages: Messages<DivinationCode> = {
  AUTH_SERVICE_UNAVAILABLE: {
    title: 'Anmelden ist gerade nicht möglich',
    message: 'Es sollte bald wieder gehen. Warten Sie einen Moment und versuchen Sie es dann erneut.',
  },
  AUTH_TOO_MANY_REQUESTS: {
    title: 'Kurze Pause bis zum nächsten Code',
    message:
      'In kurzer Zeit wurden mehrere Codes verschickt. Nach einer kurzen Wartezeit können Sie einen neuen anfordern.',
    hint: 'Der letzte Code ist vielleicht noch zu Ihnen unterwegs.',
  },
  AUTH_VERIFICATION_CODE_INVALID: {
    title: 'Dieser Code stimmt nicht überein',
    message: 'Nehmen Sie den neuesten Code, den wir Ihnen gesendet haben, und geben Sie ihn noch einmal ein.',
  },
  AUTH_REFRESH_TOKEN_INVALID: signedOut,
  AUTH_REFRESH_TOKEN_MISSING: signedOut,
  AUTH_USER_NOT_FOUND: {
    title: 'Dieses Konto haben wir nicht gefunden',
    message: 'Prüfen Sie die Schreibweise oder verwenden Sie ein anderes Konto.',
  },
  AUTH_UNAUTHORIZED: signedOut,

  POINTS_INSUFFICIENT_BALANCE: {
    title: 'Für diese Deutung fehlen Ihnen Punkte',
    message: 'Laden Sie Punkte auf und beginnen Sie die Deutung dann noch einmal.',
  },

  AGENT_SESSION_RUN_LIMIT_EXCEEDED: {
    title: 'Diese Deutung ist abgeschlossen',
    message: 'Zu ihr gehören die erste Deutung und eine Nachfrage. Für weitere Fragen beginnen Sie eine neue Deutung.',
  },
  AGENT_RUNTIME_MODE_INVALID: notSent,
  AGENT_DIVINATION_PAYLOAD_REQUIRED: {
    title: 'Der Wurf fehlt noch',
    message: 'Jede Deutung beginnt mit einem Wurf. Werfen Sie noch einmal; Ihre Frage wird dann gleich mitgesendet.',
  },
  AGENT_SESSION_ID_INVALID: {
    title: 'Diese Deutung lässt sich nicht öffnen',
    message: 'Der Link dorthin stimmt nicht. Ihr Verlauf wird gerade aktualisiert; wählen Sie die Deutung dort aus.',
  },
  AGENT_SESSION_NOT_FOUND: {
    title: 'Diese Deutung haben wir nicht gefunden',
    message: 'Vielleicht wurde sie gelöscht. Ihr Verlauf wird gerade aktualisiert; wählen Sie dort eine andere aus.',
  },
  AGENT_USER_ID_INVALID: {
    title: 'Ihr Konto ließ sich nicht zuordnen',
    message:
      'Es liegt nicht an Ihnen. Melden Sie sich ab und wieder an; hilft das nicht, wenden Sie sich an den Support.',
  },
  AGENT_AUDIO_UNSUPPORTED_FORMAT: {
    title: 'Dieses Aufnahmeformat geht hier nicht',
    message: 'Die Spracheingabe arbeitet mit WAV. Nehmen Sie noch einmal auf oder wählen Sie eine WAV-Datei aus.',
  },
  AGENT_AUDIO_TOO_LARGE: {
    title: 'Diese Aufnahme ist zu lang',
    message: 'Kürzen Sie sie oder sagen Sie dasselbe mit weniger Worten, und senden Sie sie dann erneut.',
  },
  AGENT_AUDIO_EMPTY: {
    title: 'Es war nichts zu hören',
    message: 'Die Aufnahme enthält keinen Ton. Prüfen Sie Ihr Mikrofon und versuchen Sie es erneut.',
  },
  AGENT_ASR_UNAVAILABLE: {
    title: 'Spracheingabe ist gerade nicht möglich',
    message: 'Versuchen Sie es gleich noch einmal oder tippen Sie Ihre Frage ein.',
  },
  AGENT_PAYLOAD_INVALID: notSent,
  AGENT_RUN_INPUT_INVALID: notSent,
  AGENT_RUN_MESSAGES_INVALID: notSent,
  AGENT_INVALID_RUN_ID: interrupted,
  AGENT_INVALID_LAST_EVENT_ID: interrupted,
  AGENT_SSE_CONNECTION_LIMIT: {
    title: 'Viele Deutungen sind gleichzeitig offen',
    message: 'Wir schließen die, in der am längsten nichts geschehen ist, damit es hier weitergehen kann.',
    hint: 'Geht es nicht los, schließen Sie eine Deutung in einem anderen Tab oder auf einem anderen Gerät.',
  },
  AGENT_FORBIDDEN: {
    title: 'Kein Zugriff auf diese Deutung',
    message: 'Sie gehört zu einem anderen Konto. Die Ansicht wird aktualisiert und zeigt dann Ihre eigenen Deutungen.',
  },
  AGENT_ATTACHMENT_EMPTY: {
    title: 'Diese Datei ist leer',
    message: 'Wir konnten darin nichts lesen. Versuchen Sie es erneut oder hängen Sie eine andere Datei an.',
  },
  AGENT_ATTACHMENT_TOO_LARGE: {
    title: 'Diese Datei ist zu groß',
    message: 'Hängen Sie eine kleinere Datei an.',
  },
  AGENT_ATTACHMENTS_TOO_MANY: {
    title: 'Zu viele Dateien für eine Nachricht',
    message: 'Entfernen Sie einige davon und senden Sie Ihre Nachricht dann erneut.',
  },
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: {
    title: 'Dieser Dateityp geht hier nicht',
    message: 'Hängen Sie eine Datei eines anderen Typs an.',
  },
  AGENT_ATTACHMENT_UPLOAD_FAILED: {
    title: 'Ihre Datei wurde nicht hochgeladen',
    message: 'Versuchen Sie es gleich noch einmal. Sie müssen die Datei nicht neu auswählen.',
  },
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: {
    title: 'Anhänge sind gerade nicht möglich',
    message: 'Versuchen Sie es gleich noch einmal oder senden Sie Ihre Frage ohne die Datei.',
  },
  AGENT_ATTACHMENT_BUCKET_INVALID: secured,
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: secured,
  AGENT_SIGNED_URL_GENERATION_FAILED: {
    title: 'Der Anhang ist noch nicht bereit',
    message: 'Wir konnten ihn gerade nicht öffnen. Versuchen Sie es gleich noch einmal.',
  },
  AGENT_SIGNED_IMAGE_URL_INVALID: {
    title: 'Das Bild lässt sich nicht mehr anzeigen',
    message: 'Der Link dazu ist abgelaufen. Versuchen Sie es erneut, um einen neuen zu erhalten.',
  },

  INVALID_BINARY_URL_HOST: fileNotUsable,
  INVALID_BINARY_URL_BUCKET: fileNotUsable,
  INVALID_BINARY_URL_PATH_SCOPE: fileNotUsable,

  PROFILE_PAYLOAD_INVALID: {
    title: 'Ihr Profil ist noch nicht gespeichert',
    message: 'Ändern Sie die markierten Felder und speichern Sie dann erneut.',
  },
  PROFILE_NOT_FOUND: {
    title: 'Ihr Profil haben wir nicht gefunden',
    message: 'Versuchen Sie es erneut. Falls Sie noch keines haben, können Sie es jetzt einrichten.',
  },
  PROFILE_DELETE_FAILED: {
    title: 'Ihr Konto wurde nicht gelöscht',
    message:
      'Das Löschen wurde nicht abgeschlossen. Versuchen Sie es gleich erneut; bleibt es dabei, wenden Sie sich an den Support.',
  },
  AVATAR_FILE_INVALID: {
    title: 'Dieses Bild lässt sich nicht verwenden',
    message: 'Es ist zu groß oder von einem Typ, den wir nicht anzeigen können. Wählen Sie ein anderes Bild aus.',
  },
  AVATAR_PATH_SCOPE_INVALID: secured,
  AVATAR_SIGNED_URL_FAILED: pictureNotSaved,
  AVATAR_UPLOAD_FAILED: pictureNotSaved,

  NOTIFICATION_NOT_FOUND: {
    title: 'Benachrichtigung nicht mehr vorhanden',
    message: 'Vielleicht wurde sie gelöscht. Ihre Benachrichtigungen werden gerade aktualisiert.',
  },
  INVITE_CODE_NOT_FOUND: {
    title: 'Sie haben noch keinen Einladungscode',
    message: 'Wir erstellen gerade einen für Sie. Er ist gleich da.',
  },

  REQUEST_VALIDATION_ERROR: {
    title: 'Bei einigen Angaben passt etwas nicht',
    message: 'Prüfen Sie, was Sie eingegeben haben, ändern Sie, was nicht passt, und senden Sie es dann erneut.',
  },
  INTERNAL_ERROR: ourSide,
  MISSING_RUNTIME_ARGS: ourSide,
  TOOL_REJECTED: {
    title: 'Dieser Schritt wurde nicht genehmigt',
    message: 'Er wurde nicht ausgeführt. Sie können ohne ihn weitermachen oder anders fragen.',
  },
  TOOL_PENDING_APPROVAL: {
    title: 'Dieser Schritt wartet auf Genehmigung',
    message: 'Nach der Genehmigung geht es von selbst weiter. Sie müssen nichts weiter tun.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<DivinationAction, string>> = {
  recharge: 'Punkte aufladen',
  refreshHistory: 'Verlauf aktualisieren',
  refreshNotifications: 'Benachrichtigungen aktualisieren',
  startNewSession: 'Neue Deutung beginnen',
  restartCasting: 'Noch einmal werfen',
  switchToTextInput: 'Stattdessen tippen',
  bootstrapProfile: 'Profil einrichten',
  bootstrapInviteCode: 'Einladungscode holen',
}

export default messages
