import type { Message, Messages } from '../../../problem/contract.ts'
import type { DivinationAction, DivinationCode } from '../codes.ts'

// Codes that the user cannot have caused share their words.

const ourSide: Message = {
  title: 'Il y a un problème de notre côté',
  message: 'Vous n’y êtes pour rien. Réessayez dans un instant ; si cela se reproduit, contactez l’assistance.',
}

const notSent: Message = {
  title: 'Votre question n’est pas arrivée',
  message:
    'Votre texte n’est pas en cause. Réessayez depuis cette page ; si cela se reproduit, contactez l’assistance.',
}

const interrupted: Message = {
  title: 'L’interprétation s’est interrompue',
  message: 'Elle n’a pas pu reprendre là où elle s’était arrêtée. Réessayez pour la voir en entier.',
}

const fileNotUsable: Message = {
  title: 'Ce fichier n’a pas pu être utilisé',
  message: 'Vous n’y êtes pour rien. Réessayez ; si cela se reproduit, joignez de nouveau le fichier.',
}

const secured: Message = {
  title: 'Arrêté par mesure de sécurité',
  message: 'L’affichage est en cours d’actualisation. Vérifiez ce qu’il montre, puis recommencez.',
}

const signedOut: Message = {
  title: 'Votre session a pris fin',
  message: 'Reconnectez-vous pour continuer.',
}

const pictureNotSaved: Message = {
  title: 'La nouvelle photo n’est pas enregistrée',
  message: 'Votre photo précédente reste en place. Réessayez dans un instant.',
}

const messages: Messages<DivinationCode> = {
  AUTH_SERVICE_UNAVAILABLE: {
    title: 'Connexion au compte indisponible',
    message: 'Elle devrait bientôt être rétablie. Patientez un instant, puis réessayez.',
  },
  AUTH_TOO_MANY_REQUESTS: {
    title: 'Attendez avant de redemander un code',
    message:
      'Plusieurs codes ont été envoyés en peu de temps. Vous pourrez en demander un autre après une courte attente.',
    hint: 'Le dernier code est peut-être encore en route.',
  },
  AUTH_VERIFICATION_CODE_INVALID: {
    title: 'Ce code ne correspond pas',
    message: 'Reprenez le dernier code que nous vous avons envoyé et saisissez-le de nouveau.',
  },
  AUTH_REFRESH_TOKEN_INVALID: signedOut,
  AUTH_REFRESH_TOKEN_MISSING: signedOut,
  AUTH_USER_NOT_FOUND: {
    title: 'Ce compte est introuvable',
    message: 'Vérifiez l’orthographe, ou utilisez un autre compte.',
  },
  AUTH_UNAUTHORIZED: signedOut,

  POINTS_INSUFFICIENT_BALANCE: {
    title: 'Il vous manque des points',
    message: 'Cette consultation en demande davantage. Rechargez vos points, puis relancez-la.',
  },

  AGENT_SESSION_RUN_LIMIT_EXCEEDED: {
    title: 'Cette consultation est terminée',
    message:
      'Elle comprend une première interprétation et une question de suivi. Pour aller plus loin, ouvrez-en une autre.',
  },
  AGENT_RUNTIME_MODE_INVALID: notSent,
  AGENT_DIVINATION_PAYLOAD_REQUIRED: {
    title: 'Il manque le tirage',
    message: 'Toute interprétation part d’un tirage. Refaites-en un ; votre question sera envoyée avec lui.',
  },
  AGENT_SESSION_ID_INVALID: {
    title: 'Impossible d’ouvrir cette consultation',
    message: 'Le lien n’est pas le bon. Votre historique s’actualise ; vous pourrez y choisir la consultation.',
  },
  AGENT_SESSION_NOT_FOUND: {
    title: 'Cette consultation est introuvable',
    message:
      'Elle a peut-être été supprimée. Votre historique s’actualise ; vous pourrez y choisir une autre consultation.',
  },
  AGENT_USER_ID_INVALID: {
    title: 'Votre compte n’a pas été reconnu',
    message:
      'Vous n’y êtes pour rien. Déconnectez-vous, puis reconnectez-vous ; si cela ne suffit pas, contactez l’assistance.',
  },
  AGENT_AUDIO_UNSUPPORTED_FORMAT: {
    title: 'Ce format audio n’est pas accepté ici',
    message: 'La saisie vocale utilise le format WAV. Enregistrez de nouveau, ou choisissez un fichier WAV.',
  },
  AGENT_AUDIO_TOO_LARGE: {
    title: 'Cet enregistrement est trop long',
    message: 'Raccourcissez-le, ou dites la même chose en moins de mots, puis renvoyez-le.',
  },
  AGENT_AUDIO_EMPTY: {
    title: 'Nous n’avons rien entendu',
    message: 'L’enregistrement ne contient aucun son. Vérifiez votre micro, puis réessayez.',
  },
  AGENT_ASR_UNAVAILABLE: {
    title: 'La saisie vocale est indisponible',
    message: 'Réessayez dans un instant, ou écrivez votre question.',
  },
  AGENT_PAYLOAD_INVALID: notSent,
  AGENT_RUN_INPUT_INVALID: notSent,
  AGENT_RUN_MESSAGES_INVALID: notSent,
  AGENT_INVALID_RUN_ID: interrupted,
  AGENT_INVALID_LAST_EVENT_ID: interrupted,
  AGENT_SSE_CONNECTION_LIMIT: {
    title: 'Beaucoup de consultations sont ouvertes',
    message: 'Nous fermons celle qui est inactive depuis le plus longtemps, afin que celle-ci puisse se poursuivre.',
    hint: 'Si elle ne démarre pas, fermez une consultation dans un autre onglet ou sur un autre appareil.',
  },
  AGENT_FORBIDDEN: {
    title: 'Cette consultation n’est pas accessible',
    message: 'Elle appartient à un autre compte. L’affichage s’actualise pour montrer vos propres consultations.',
  },
  AGENT_ATTACHMENT_EMPTY: {
    title: 'Ce fichier est vide',
    message: 'Nous n’y avons rien trouvé à lire. Réessayez, ou joignez un autre fichier.',
  },
  AGENT_ATTACHMENT_TOO_LARGE: {
    title: 'Ce fichier est trop volumineux',
    message: 'Joignez un fichier plus petit.',
  },
  AGENT_ATTACHMENTS_TOO_MANY: {
    title: 'Trop de fichiers pour un seul message',
    message: 'Retirez-en quelques-uns, puis renvoyez votre message.',
  },
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: {
    title: 'Ce type de fichier ne peut être joint',
    message: 'Joignez un fichier d’un autre type.',
  },
  AGENT_ATTACHMENT_UPLOAD_FAILED: {
    title: 'Votre fichier n’a pas été envoyé',
    message: 'Réessayez dans un instant. Il est inutile de choisir à nouveau le fichier.',
  },
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: {
    title: 'Impossible de joindre un fichier',
    message: 'Réessayez dans un instant, ou envoyez votre question sans le fichier.',
  },
  AGENT_ATTACHMENT_BUCKET_INVALID: secured,
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: secured,
  AGENT_SIGNED_URL_GENERATION_FAILED: {
    title: 'La pièce jointe n’est pas encore prête',
    message: 'Nous n’avons pas pu l’ouvrir. Réessayez dans un instant.',
  },
  AGENT_SIGNED_IMAGE_URL_INVALID: {
    title: 'L’image ne peut plus être affichée',
    message: 'Son lien a expiré. Réessayez pour en obtenir un nouveau.',
  },

  INVALID_BINARY_URL_HOST: fileNotUsable,
  INVALID_BINARY_URL_BUCKET: fileNotUsable,
  INVALID_BINARY_URL_PATH_SCOPE: fileNotUsable,

  PROFILE_PAYLOAD_INVALID: {
    title: 'Votre profil n’est pas encore enregistré',
    message: 'Modifiez les champs signalés, puis enregistrez de nouveau.',
  },
  PROFILE_NOT_FOUND: {
    title: 'Votre profil est introuvable',
    message: 'Réessayez. S’il n’existe pas encore, vous pouvez le créer maintenant.',
  },
  PROFILE_DELETE_FAILED: {
    title: 'Votre compte n’a pas été supprimé',
    message: 'La suppression n’a pas abouti. Réessayez dans un instant ; si cela se reproduit, contactez l’assistance.',
  },
  AVATAR_FILE_INVALID: {
    title: 'Cette image ne peut pas être utilisée',
    message: 'Elle est trop volumineuse, ou d’un type que nous ne pouvons pas afficher. Choisissez-en une autre.',
  },
  AVATAR_PATH_SCOPE_INVALID: secured,
  AVATAR_SIGNED_URL_FAILED: pictureNotSaved,
  AVATAR_UPLOAD_FAILED: pictureNotSaved,

  NOTIFICATION_NOT_FOUND: {
    title: 'Cette notification n’existe plus',
    message: 'Elle a peut-être été supprimée. Vos notifications sont en cours d’actualisation.',
  },
  INVITE_CODE_NOT_FOUND: {
    title: 'Pas encore de code d’invitation',
    message: 'Nous en créons un pour vous. Il sera là dans un instant.',
  },

  REQUEST_VALIDATION_ERROR: {
    title: 'Certaines informations sont à modifier',
    message: 'Vérifiez votre saisie, modifiez ce qui doit l’être, puis renvoyez-la.',
  },
  INTERNAL_ERROR: ourSide,
  MISSING_RUNTIME_ARGS: ourSide,
  TOOL_REJECTED: {
    title: 'Cette étape n’a pas été approuvée',
    message: 'Elle n’a pas été exécutée. Vous pouvez continuer sans elle, ou formuler autrement votre demande.',
  },
  TOOL_PENDING_APPROVAL: {
    title: 'Cette étape attend une approbation',
    message: 'Elle reprendra d’elle-même une fois approuvée. Vous n’avez rien d’autre à faire.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<DivinationAction, string>> = {
  recharge: 'Recharger des points',
  refreshHistory: 'Actualiser l’historique',
  refreshNotifications: 'Actualiser les notifications',
  startNewSession: 'Nouvelle consultation',
  restartCasting: 'Refaire le tirage',
  switchToTextInput: 'Écrire la question',
  bootstrapProfile: 'Créer le profil',
  bootstrapInviteCode: 'Obtenir un code d’invitation',
}

export default messages
