import type { KitTexts } from './texts.ts'

/** The kit's own texts in French. A narrow no-break space stands before a colon and a semicolon, and inside quotation marks. */
const fr: KitTexts = {
  actions: {
    retry: 'Réessayer',
    dismiss: 'Fermer',
    login: 'Se connecter',
    logout: 'Se déconnecter',
    reload: 'Recharger la page',
    refetch: 'Actualiser',
    copyReport: 'Copier le rapport',
    extend: 'Rester connecté',
    send: 'Envoyer maintenant',
    discard: 'Ne pas envoyer',
    other: 'Continuer',
  },
  statuses: {
    202: {
      title: 'En attente d’approbation',
      message: 'La suite se fera d’elle-même, une fois l’approbation donnée.',
    },
    400: {
      title: 'Cet envoi n’a pas pu être traité',
      message: 'Il ne nous est pas parvenu sous une forme utilisable. Vérifiez votre saisie, puis réessayez.',
    },
    401: {
      title: 'Connectez-vous pour continuer',
      message: 'Cette action demande d’ouvrir une session. Connectez-vous, puis reprenez où vous en étiez.',
    },
    402: {
      title: 'Un paiement est d’abord nécessaire',
      message: 'Effectuez le paiement, puis revenez ici et réessayez.',
    },
    403: {
      title: 'Vous n’y avez pas accès',
      message: 'Votre compte ne le permet pas. Si vous en avez besoin, adressez-vous à la personne qui gère vos accès.',
    },
    404: {
      title: 'Cet élément est introuvable',
      message: 'Il a peut-être été déplacé ou supprimé. Actualisez pour voir ce qui est disponible maintenant.',
    },
    405: {
      title: 'Cette action n’est pas possible ici',
      message: 'Cette page n’est peut-être plus à jour. Rechargez-la, puis réessayez.',
    },
    408: {
      title: 'L’envoi a pris trop de temps',
      message: 'Il ne nous est pas parvenu à temps. Vérifiez votre connexion, puis réessayez.',
    },
    409: {
      title: 'Le contenu a changé entre-temps',
      message: 'Actualisez pour voir la dernière version, puis refaites votre modification.',
    },
    410: {
      title: 'Cet élément n’existe plus',
      message: 'Il a été supprimé définitivement. Revenez en arrière et choisissez-en un autre.',
    },
    413: {
      title: 'L’envoi est trop volumineux',
      message: 'Réduisez sa taille, ou procédez en plusieurs envois.',
    },
    415: {
      title: 'Ce type de fichier n’est pas accepté',
      message: 'Choisissez un fichier d’un autre type.',
    },
    422: {
      title: 'Certaines informations sont à modifier',
      message: 'Vérifiez votre saisie, modifiez ce qui doit l’être, puis renvoyez-la.',
    },
    423: {
      title: 'Cet élément est verrouillé',
      message: 'Quelqu’un travaille peut-être dessus en ce moment. Attendez un peu, puis réessayez.',
    },
    429: {
      title: 'Une courte pause s’impose',
      message: 'Il y a eu beaucoup de demandes en peu de temps. Attendez un peu, puis réessayez.',
    },
    500: {
      title: 'Il y a un problème de notre côté',
      message: 'Vous n’y êtes pour rien. Réessayez dans un instant ; si cela se reproduit, contactez l’assistance.',
    },
    502: {
      title: 'Le service ne répond pas',
      message: 'Il devrait bientôt être rétabli. Patientez un instant, puis réessayez.',
    },
    503: {
      title: 'Le service est indisponible',
      message: 'Il devrait bientôt être rétabli. Patientez un instant, puis réessayez.',
    },
    504: {
      title: 'Le service met trop de temps à répondre',
      message: 'Si vous étiez en train d’enregistrer ou d’envoyer, vérifiez si cela a abouti avant de réessayer.',
    },
  },
  classes: {
    '4xx': {
      title: 'Ce n’est pas possible pour le moment',
      message: 'Vérifiez votre saisie ou rechargez la page, puis réessayez.',
    },
    '5xx': {
      title: 'Il y a un problème de notre côté',
      message: 'Vous n’y êtes pour rien. Patientez un instant, puis réessayez.',
    },
  },
  kinds: {
    network: {
      title: 'Le service est injoignable',
      message: 'Vérifiez votre connexion Internet, puis réessayez.',
    },
    timeout: {
      title: 'La réponse n’est pas arrivée à temps',
      message: 'Si vous étiez en train d’enregistrer ou d’envoyer, vérifiez si cela a abouti avant de réessayer.',
    },
    unreadable: {
      title: 'La réponse n’a pas pu être lue',
      message: 'Rechargez la page, puis réessayez. Si cela se reproduit, contactez l’assistance.',
    },
    stream: {
      title: 'La connexion a été interrompue',
      message: 'La réponse s’est arrêtée avant la fin. Réessayez pour la recevoir en entier.',
    },
  },
  default: {
    title: 'Cela n’a pas fonctionné',
    message: 'Un imprévu est survenu. Réessayez ; si cela se reproduit, contactez l’assistance.',
  },
  session: {
    ended: {
      title: 'Votre session a pris fin',
      message: 'Reconnectez-vous pour continuer.',
    },
    expired: {
      title: 'Reconnectez-vous pour continuer',
      message: 'Votre session a expiré. Ce que vous avez saisi est toujours là.',
    },
    stepUp: {
      title: 'Confirmez que c’est bien vous',
      message: 'Il faut vous reconnecter pour cela. Ce que vous avez saisi est toujours là.',
    },
    expiring: {
      title: 'Votre session va bientôt expirer',
      message: 'Restez connecté pour continuer là où vous en êtes.',
    },
    sendNow: {
      title: 'Envoyer maintenant ?',
      message: 'C’est en attente depuis que votre session a expiré. Rien n’a encore été envoyé.',
    },
  },
  parts: {
    region: 'Notifications ({{hotkey}})',
    regionPlain: 'Notifications',
    banner: 'Avis',
    close: 'Fermer',
    fewer: 'Afficher moins',
    more_one: '{{count, number}} autre',
    more_many: '{{count, number}} d’autres',
    more_other: '{{count, number}} autres',
    count_one: 'Survenu une fois',
    count_many: 'Survenu {{count, number}} de fois',
    count_other: 'Survenu {{count, number}} fois',
    details: 'Détails',
    requestId: 'ID de la demande',
    code: 'Code',
    status: 'Statut',
    time: 'Date et heure',
    copied: 'Copié.',
    copyFailed: 'La copie n’est pas possible ici. Le rapport est affiché à la place ; copiez-le à la main.',
    errorPrefix: 'Erreur :',
    warningPrefix: 'Attention :',
    infoPrefix: 'À noter :',
    documentTitle: 'Erreur : {{title}}',
    summaryHeading: 'Il y a un problème',
    fieldRequired: 'Remplissez ce champ.',
    fieldTooShort: 'C’est trop court. Complétez un peu.',
    fieldTooLong: 'C’est trop long. Raccourcissez un peu.',
    fieldFormat: 'Vérifiez la façon dont c’est écrit.',
    fieldOther: 'Vérifiez et modifiez cette information.',
    wait: 'Vous pourrez réessayer dans {{duration}}.',
    waitUnknown: 'Vous pourrez réessayer dans un petit moment.',
    cooldownOver: 'Vous pouvez réessayer maintenant.',
    retryAvailable: 'Vous pouvez réessayer.',
    retryAll: 'Tout réessayer',
    offline: 'Vous êtes hors ligne. Nous reprendrons dès que la connexion sera rétablie.',
    reconnecting: 'Reconnexion en cours…',
    backOnline: 'Vous êtes de nouveau en ligne.',
    recovered: 'Tout fonctionne de nouveau.',
    approved: 'Approuvé.',
    rejected: 'Non approuvé.',
    cancel: 'Annuler',
    cancelled: 'Annulé.',
    busy: 'Un instant…',
    home: 'Aller à l’accueil',
  },
}

export default fr
