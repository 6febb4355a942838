import type { LaterWords } from '../catalogue.ts'

/** The words from the camera on, in French. */
export const words: LaterWords = {
  controls: {
    device: 'Caméra',
    deviceName: 'Caméra {number}',
    sound: 'Consignes vocales et sons',
  },
  guidance: {
    starting: 'Préparation…',
    manual: 'Placez votre visage dans l’ovale, puis appuyez sur le bouton',
    no_face: 'Placez votre visage dans l’ovale',
    several_faces: 'Quelqu’un d’autre est visible. Vous seulement, s’il vous plaît',
    too_far: 'Approchez-vous un peu',
    too_close: 'Reculez un peu',
    off_centre: 'Placez votre visage au centre',
    turned: 'Tournez le visage vers la caméra',
    eyes_closed: 'Gardez les yeux ouverts',
    too_dark: 'Il fait trop sombre. Tournez-vous vers la lumière',
    too_bright: 'Il y a trop de lumière. Tournez-vous de l’autre côté',
    cropped: 'Montrez votre visage en entier',
    eyes_covered: 'Retirez vos lunettes sombres si vous le pouvez',
    mouth_covered: 'Découvrez votre bouche si vous le pouvez',
    face_covered: 'Découvrez votre visage si vous le pouvez',
    uneven_light: 'Un côté est dans l’ombre. Tournez-vous vers la lumière',
    low_contrast: 'L’image est terne. Nettoyez l’objectif ou changez d’éclairage',
    grey_picture: 'Cette caméra n’affiche pas les couleurs. Choisissez-en une autre',
    blurry: 'L’image est floue. Ne bougez plus',
    hold_still: 'Ne bougez plus…',
    missed: 'Aucun visage n’est visible. Placez-vous dans l’ovale et appuyez à nouveau sur le bouton.',
  },
  steer: {
    turned: {
      left: 'Tournez un peu la tête vers la gauche',
      right: 'Tournez un peu la tête vers la droite',
      up: 'Levez un peu le menton',
      down: 'Baissez un peu le menton',
      upright: 'Tenez la tête droite',
    },
    off_centre: {
      left: 'Déplacez-vous un peu vers la gauche',
      right: 'Déplacez-vous un peu vers la droite',
      up: 'Montez un peu',
      down: 'Descendez un peu',
    },
  },
  turn: {
    title: 'Tournez la tête',
    cannot: 'Je ne peux pas tourner la tête',
    words: {
      intro: 'Nous allons vous demander deux fois de tourner un peu la tête',
      straight: 'Regardez la caméra bien en face',
      left: 'Tournez lentement la tête vers votre gauche',
      right: 'Tournez lentement la tête vers votre droite',
      more: 'Encore un peu',
      back: 'Bien. Regardez à nouveau droit devant vous',
      too_fast: 'Un peu plus lentement. Regardez droit devant vous pour recommencer',
      too_far: 'C’est un peu trop. Regardez droit devant vous pour recommencer',
      wrong_way: 'C’était l’autre côté. Regardez droit devant vous pour recommencer',
      lost: 'Nous ne vous voyons plus. Regardez la caméra bien en face',
      once_more: 'Encore une fois. Regardez droit devant vous pour recommencer',
    },
    again: {
      text: 'Le mouvement de votre tête n’était pas assez visible. Ce qui aide :',
      tips: {
        0: 'De la lumière sur le visage, de face',
        1: 'Tourner la tête un peu plus lentement',
        2: 'Tenir la caméra à bout de bras',
      },
      ways: 'Autres possibilités',
    },
    ways: {
      title: 'Si vous ne pouvez pas tourner la tête',
      text: 'Vous pouvez aussi garder la tête immobile et déplacer le téléphone autour d’elle : lentement, dans le sens opposé à la flèche.',
      time: 'J’ai besoin de plus de temps',
      go: 'Continuer',
      slow: {
        title: 'Prenez votre temps',
        text: 'Le temps prévu pour tourner la tête est écoulé. Vous pouvez en avoir davantage.',
      },
      blind: {
        title: 'Ce navigateur ne peut pas suivre votre tête',
        text: 'Cela fonctionnera peut-être dans un autre navigateur ou sur un autre appareil.',
      },
    },
  },
  upload: {
    preparing: 'Préparation de votre photo',
    title: 'Envoi de votre photo',
    checkingTitle: 'Vérification de votre photo',
    text: 'Gardez cette page ouverte',
    progressLabel: 'Envoyé',
    pictureLabel: 'La photo en cours d’envoi',
  },
  retry: {
    title: 'Essayons encore une fois',
    reasons: {
      no_face:
        'Aucun visage n’a été trouvé sur la photo. Tenez la caméra de façon que tout votre visage soit dans l’ovale.',
      several_faces:
        'Il y avait plus d’un visage sur la photo. Assurez-vous d’être la seule personne visible.',
      face_too_small: 'Votre visage était trop petit sur la photo. Approchez-vous de la caméra.',
      face_too_close: 'Votre visage était trop près. Reculez un peu, à environ une longueur de bras.',
      face_turned: 'Votre visage était tourné. Regardez la caméra bien en face.',
      face_blurry: 'La photo était floue. Ne bougez pas, et nettoyez l’objectif s’il est sale.',
      image_unreadable: 'La photo est arrivée endommagée. Prenez-en une autre.',
    },
    again: 'Réessayer',
  },
  fallback: {
    reasons: {
      refused: {
        title: 'La caméra est bloquée',
        text: 'Autorisez la caméra pour cette page, puis réessayez.',
      },
      system: {
        title: 'Votre appareil bloque la caméra',
        text: 'Dans les réglages de votre appareil, ouvrez confidentialité, puis caméra ou appareil photo. Autorisez votre navigateur, puis réessayez.',
      },
      policy: {
        title: 'La caméra n’est pas utilisable ici',
        text: 'Le site qui affiche cette page ne lui donne pas accès à la caméra. Merci de le signaler à ses responsables.',
      },
      insecure: {
        title: 'Cette page n’est pas sécurisée',
        text: 'Les navigateurs n’autorisent la caméra que pour les adresses commençant par https. Rouvrez le lien d’origine.',
      },
      missing: {
        title: 'Aucune caméra trouvée',
        text: 'Branchez ou allumez une caméra, puis réessayez.',
      },
      busy: {
        title: 'La caméra ne répond pas',
        text: 'Une autre application l’utilise peut-être. Fermez les appels vidéo et les applications photo, puis réessayez.',
      },
      unsupported: {
        title: 'Ce navigateur ne peut pas utiliser la caméra',
        text: 'Ouvrez le lien dans un autre navigateur, par exemple celui fourni avec votre appareil.',
      },
      skipped: {
        title: 'Continuer sans caméra',
        text: 'Choisissez une photo de vous prise à l’instant. Vous pouvez aussi réessayer avec la caméra.',
      },
    },
    orPhoto: 'Vous pouvez aussi choisir une photo de vous.',
    steps: {
      chrome: 'Cliquez sur l’icône à gauche de l’adresse et autorisez la caméra.',
      android: 'Touchez l’icône à gauche de l’adresse, puis « Autorisations », et autorisez la caméra.',
      ios: 'Touchez le menu de la page dans la barre d’adresse, puis « Réglages du site web », et réglez la caméra sur « Autoriser ».',
      safari:
        'Dans la barre des menus, choisissez Safari, puis les réglages de ce site web, et réglez la caméra sur « Autoriser ».',
      firefox: 'Cliquez sur la caméra barrée dans la barre d’adresse et supprimez le blocage.',
      other:
        'Cherchez une icône de caméra ou de cadenas à côté de l’adresse, ou ouvrez les réglages du navigateur.',
    },
    elsewhere: {
      open: 'Ouvrir dans votre navigateur',
      copy: 'Copier le lien',
      copied: 'Lien copié. Collez-le dans votre navigateur pour y continuer.',
    },
    tryCamera: 'Réessayer avec la caméra',
    cancel: 'Annuler et revenir',
  },
  photo: {
    choose: 'Choisir une photo',
    insist: 'Envoyer quand même',
    hint: 'JPEG ou PNG : votre visage de face, personne d’autre.',
    issues: {
      empty: 'Ce fichier est vide. Choisissez une autre photo.',
      heic: 'C’est une photo HEIC, illisible ici. Choisissez un JPEG ou un PNG, ou prenez une nouvelle photo.',
      pdf: 'C’est un document PDF. Choisissez une photo JPEG ou PNG.',
      wrong_type: 'Ce fichier n’est pas une photo JPEG ou PNG. Choisissez-en un autre.',
      too_many_pixels:
        'Cette photo dépasse 40 mégapixels. Choisissez-en une plus petite, un selfie ordinaire par exemple.',
      too_large: 'Cette photo est trop lourde. Choisissez-en une de moins de 5 Mo.',
      unreadable: 'Cette photo est endommagée et ne peut pas être ouverte. Choisissez-en une autre.',
      refused: 'Cette photo ne peut pas être utilisée. Choisissez un autre JPEG ou PNG.',
      no_face:
        'Aucun visage n’a été trouvé sur cette photo. Choisissez-en une autre ou envoyez-la quand même.',
    },
  },
  problem: {
    kept: 'Votre photo est toujours là. Vous n’avez pas à la reprendre.',
    retrying: '{count, plural, one {Nouvel essai dans # seconde.} other {Nouvel essai dans # secondes.}}',
    kinds: {
      unavailable: {
        title: 'Veuillez patienter un instant',
        text: 'La vérification n’est pas disponible pour le moment. Rien n’est perdu.',
      },
      no_reference: {
        title: 'Pas encore prêt',
        text: 'Aucune photo de vous n’est encore enregistrée pour la comparaison. Adressez-vous à la personne qui vous a envoyé ce lien. Il fonctionnera dès que la photo aura été ajoutée.',
      },
      delayed: {
        title: 'Veuillez patienter un moment',
        text: 'Vous venez d’essayer. Pour votre sécurité, une pause est prévue avant l’essai suivant. Réessayez plus tard.',
      },
      locked: {
        title: 'En pause pour votre sécurité',
        text: 'Cette vérification n’a pas abouti plusieurs fois et est donc suspendue quelque temps. Revenez en arrière et choisissez un autre moyen, ou adressez-vous à la personne qui vous a envoyé ce lien.',
      },
      unexpected: { title: 'Un problème est survenu', text: 'Vous n’y êtes pour rien. Veuillez réessayer.' },
    },
  },
  goBack: 'Retour',
  link: {
    used: {
      title: 'Ce lien a déjà servi',
      text: 'Chaque lien ne sert qu’une fois. Si vous devez encore confirmer que c’est bien vous, revenez en arrière et recommencez.',
    },
    expired: {
      title: 'Ce lien a expiré',
      text: 'Pour votre sécurité, les liens ne durent que peu de temps. Revenez en arrière et demandez-en un nouveau.',
    },
    replaced: {
      title: 'Il existe un lien plus récent',
      text: 'Celui-ci a été remplacé. Utilisez le plus récent, ou revenez en arrière et recommencez.',
    },
    invalid: {
      title: 'Ce lien n’est pas valide',
      text: 'Il est peut-être incomplet. Rouvrez le lien entier ou demandez-en un nouveau.',
    },
    inUse: {
      title: 'Ce lien est ouvert ailleurs',
      text: 'Il a été ouvert dans un autre navigateur ou sur un autre appareil. Continuez là-bas, ou demandez un nouveau lien.',
    },
  },
  video: {
    lead: '{partner} vous demande un selfie rapide et un mouvement de la tête.',
    look: {
      title: 'Regardez la caméra',
      text: 'Tournez un peu la tête à la demande. La photo est prise automatiquement.',
    },
    send: {
      title: 'Une photo et une courte vidéo sont envoyées',
      text: 'La vidéo vous montre, sans le son, en train de tourner la tête.',
    },
    consent:
      'En choisissant « Accepter et commencer », vous autorisez {partner} à prendre une photo de votre visage et à la comparer à celle déjà enregistrée, ainsi qu’à vous filmer pendant trois secondes au plus quand vous tournez la tête et à conserver cette vidéo pour une durée limitée. Vous êtes libre de refuser.',
  },
  notice: {
    title: 'Comment votre photo est utilisée',
    controller: 'Responsable du traitement',
    purpose: 'Finalité',
    purposes: { authentication: 'Confirmer que c’est bien vous', enrolment: 'Vous reconnaître plus tard' },
    kept: 'Durée de conservation',
    days: '{count, plural, one {# jour} many {# jours} other {# jours}}',
    notKept: 'Non conservée : supprimée après la comparaison',
    onFile: 'Jusqu’à sa suppression ou son remplacement',
    shared: 'Partagée avec',
    nobody: 'Personne d’autre',
    withdraw: 'Retirer votre consentement',
    privacy: 'Politique de confidentialité',
    terms: 'Conditions d’utilisation',
  },
  vendor: {
    lead: '{partner} vous demande de confirmer que c’est bien vous. La photo est prise par un service partenaire.',
    steps: {
      open: { title: 'La vérification s’ouvre', text: 'Chez un service avec lequel {partner} travaille.' },
      look: { title: 'Regardez la caméra', text: 'Suivez les indications du service.' },
      compare: {
        title: 'Votre visage est vérifié',
        text: 'Il est comparé à ce qui est déjà enregistré. Vous revenez ensuite ici.',
      },
    },
    consent:
      'En choisissant « Accepter et commencer », vous autorisez {partner} et ce service partenaire à filmer votre visage et à le comparer à ce qui est enregistré. Vous êtes libre de refuser.',
    goingTitle: 'Ouverture de la vérification',
    awayTitle: 'Continuez vers la vérification',
    awayText: 'La vérification se fait sur une autre page. Vous reviendrez ici ensuite.',
    besideText:
      'La vérification s’ouvre dans un nouvel onglet. Une fois qu’elle est terminée, cette page continue automatiquement.',
    open: 'Ouvrir la vérification',
    frameTitle: 'Vérification du visage',
    frameLabel: 'Vérification du visage par le service',
    appCode: 'Ou saisissez ce code dans l’application du service :',
    waitTitle: 'C’est presque fini',
    waitText: 'Nous attendons le résultat. Gardez cette page ouverte.',
    slowText: 'C’est plus long que d’habitude. Vous pouvez patienter : rien n’est perdu.',
  },
  done: {
    title: 'Photo reçue',
    text: 'Retour vers {partner}…',
    leftTitle: 'Pas de problème',
    leaving: 'Un instant…',
  },
}
