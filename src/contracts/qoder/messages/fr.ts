import type { Messages } from '../../../problem/contract.ts'
import type { QoderAction, QoderCode } from '../codes.ts'

const messages: Messages<QoderCode> = {
  invalid_request_error: {
    title: 'Certaines informations sont à modifier',
    message: 'Vérifiez votre saisie, modifiez ce qui doit l’être, puis renvoyez-la.',
    hint: 'Un envoi peut atteindre 32 Mo au total.',
  },
  authentication_error: {
    title: 'Votre jeton d’accès n’est pas accepté',
    message: 'Il est peut-être absent, incomplet, expiré ou révoqué. Indiquez un jeton d’accès à jour pour continuer.',
    hint: 'Il doit être envoyé comme jeton Bearer, et non dans x-api-key.',
  },
  permission_error: {
    title: 'Vous n’y avez pas accès',
    message:
      'L’élément appartient peut-être à quelqu’un d’autre, est archivé et verrouillé, ou sort du cadre de votre jeton d’accès.',
    hint: 'Demandez l’accès à la personne responsable, ou utilisez un autre jeton d’accès.',
  },
  not_found_error: {
    title: 'Cet élément est introuvable',
    message: 'Il a peut-être été supprimé, ou son adresse s’écrit autrement. Actualisez pour voir ce qui existe.',
  },
  conflict_error: {
    title: 'Cela entre en conflit avec l’existant',
    message:
      'L’envoi a peut-être déjà été fait avec un autre contenu, la session est peut-être terminée, ou le nom déjà pris.',
    hint: 'Actualisez d’abord. Puis refaites l’envoi, démarrez une nouvelle session ou changez le nom.',
    when: {
      sameKey: {
        title: 'Déjà envoyé avec un autre contenu',
        message:
          'Le premier envoi compte. Actualisez pour le voir, puis envoyez vos modifications dans un nouvel envoi.',
      },
      ended: {
        title: 'Cette session est terminée',
        message: 'Il n’est plus possible d’y ajouter quoi que ce soit. Démarrez une nouvelle session pour continuer.',
      },
      duplicate: {
        title: 'Ce nom est déjà pris',
        message: 'Un nom ne peut servir qu’une fois. Choisissez-en un autre, puis enregistrez de nouveau.',
      },
    },
  },
  api_error: {
    title: 'Qoder rencontre un problème',
    message: 'Vous n’y êtes pour rien. Réessayez dans un instant.',
  },
  feature_not_available: {
    title: 'Cette fonction n’est pas encore activée',
    message: 'La fonction « {{feature}} » est fournie avec l’identifiant bêta {{available_from}}.',
    when: {
      missing: {
        title: 'Cette fonction n’est pas encore activée',
        message: 'La fonction « {{feature}} » demande l’identifiant bêta {{available_from}}, absent de l’envoi.',
      },
      outdated: {
        title: 'Cette fonction a une nouvelle version',
        message:
          'La fonction « {{feature}} » demande désormais l’identifiant bêta {{available_from}}. L’envoi en portait un ancien.',
      },
      unnamed: {
        title: 'Cette fonction n’est pas encore activée',
        message: 'C’est une fonction bêta, à activer avant de pouvoir s’en servir.',
      },
    },
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<QoderAction, string>> = {
  updateToken: 'Changer le jeton d’accès',
  startNewSession: 'Démarrer une nouvelle session',
  enableFeature: 'Activer la fonction',
}

export default messages
