import type { Messages } from '../../../problem/contract.ts'
import type { QoderAction, QoderCode } from '../codes.ts'

const messages: Messages<QoderCode> = {
  invalid_request_error: {
    title: 'Bei einigen Angaben passt etwas nicht',
    message: 'Prüfen Sie, was Sie eingegeben haben, ändern Sie, was nicht passt, und senden Sie es dann erneut.',
    hint: 'Auf einmal lassen sich insgesamt höchstens 32 MB senden.',
  },
  authentication_error: {
    title: 'Ihr Zugriffstoken wurde nicht akzeptiert',
    message: 'Vielleicht fehlt es, ist unvollständig, abgelaufen oder widerrufen. Hinterlegen Sie ein aktuelles.',
    hint: 'Es muss als Bearer-Token gesendet werden, nicht als x-api-key.',
  },
  permission_error: {
    title: 'Sie haben hierauf keinen Zugriff',
    message:
      'Es gehört vielleicht jemand anderem, ist archiviert und gesperrt oder wird von Ihrem Zugriffstoken nicht abgedeckt.',
    hint: 'Lassen Sie sich den Zugriff erteilen oder verwenden Sie ein anderes Zugriffstoken.',
  },
  not_found_error: {
    title: 'Das haben wir nicht gefunden',
    message:
      'Es wurde vielleicht gelöscht, oder die Adresse ist anders geschrieben. Aktualisieren Sie, um zu sehen, was da ist.',
  },
  conflict_error: {
    title: 'Das passt nicht zum jetzigen Stand',
    message: 'Vielleicht wurde es mit anderem Inhalt gesendet, die Sitzung ist beendet oder der Name ist vergeben.',
    hint: 'Aktualisieren Sie zuerst. Senden Sie es dann neu, beginnen Sie eine neue Sitzung oder ändern Sie den Namen.',
    when: {
      sameKey: {
        title: 'Das wurde schon anders gesendet',
        message:
          'Es gilt, was zuerst gesendet wurde. Aktualisieren Sie, um es zu sehen, und senden Sie Änderungen dann neu.',
      },
      ended: {
        title: 'Diese Sitzung ist beendet',
        message: 'Es lässt sich nichts mehr hinzufügen. Beginnen Sie eine neue Sitzung, um weiterzumachen.',
      },
      duplicate: {
        title: 'Dieser Name ist schon vergeben',
        message: 'Jeden Namen gibt es nur einmal. Wählen Sie einen anderen und speichern Sie dann erneut.',
      },
    },
  },
  api_error: {
    title: 'Bei Qoder gibt es gerade ein Problem',
    message: 'Es liegt nicht an Ihnen. Versuchen Sie es gleich noch einmal.',
  },
  feature_not_available: {
    title: 'Diese Funktion ist noch nicht aktiviert',
    message: '„{{feature}}“ gibt es mit der Beta-Kennung {{available_from}}.',
    when: {
      missing: {
        title: 'Diese Funktion ist noch nicht aktiviert',
        message: '„{{feature}}“ braucht die Beta-Kennung {{available_from}}, die nicht mitgesendet wurde.',
      },
      outdated: {
        title: 'Diese Funktion gibt es in neuer Version',
        message: '„{{feature}}“ braucht jetzt die Beta-Kennung {{available_from}}. Mitgesendet wurde eine ältere.',
      },
      unnamed: {
        title: 'Diese Funktion ist noch nicht aktiviert',
        message: 'Es ist eine Beta-Funktion, die vor der Nutzung aktiviert werden muss.',
      },
    },
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<QoderAction, string>> = {
  updateToken: 'Zugriffstoken aktualisieren',
  startNewSession: 'Neue Sitzung beginnen',
  enableFeature: 'Funktion aktivieren',
}

export default messages
