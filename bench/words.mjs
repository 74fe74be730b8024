// French for generated cases: what a person at the counter says, what can be done, and what it brings about.
const OPENINGS = [
    "On m’a dit d’attendre {delay}, et puis plus rien.",
    "J’ai reçu {paper} {day}, je n’y comprends rien.",
    "C’est la deuxième fois que je viens pour {paper}.",
    "Ma fille m’a aidé {day}, mais elle travaille.",
    "Le site me demande un code que je n’ai pas.",
    "Au téléphone, ça coupe au bout de {delay}.",
    "J’ai apporté {paper}, c’est tout ce que j’ai.",
    "Mon voisin a envoyé {paper} sans rien me dire.",
    "Je n’ai pas d’adresse électronique, moi.",
    "Ils ont tout arrêté {day}, sans prévenir.",
    "J’ai rempli {paper} trois fois, ça revient toujours.",
    "Vous étiez fermés {day}, j’ai fait le trajet pour rien.",
];
const DEMANDS = [
    "Vous pouvez regarder avec moi ?",
    "Le loyer, lui, n’attend pas.",
    "Je ne veux déranger personne.",
    "Qu’est-ce que je dois faire ?",
    "J’ai peur de faire une bêtise.",
    "Dites-moi seulement où signer.",
    "Je commence à perdre patience !",
    "Vous allez encore me renvoyer ailleurs ?",
    "Je préfère comprendre avant de signer.",
    "Faites-le pour moi, ça ira plus vite.",
];
const GESTURES = [
    "Vous tournez l’écran vers la personne.",
    "Vous posez le stylo et vous écoutez.",
    "Vous reprenez les faits dans l’ordre.",
    "Vous demandez si vous pouvez noter.",
    "Vous proposez deux manières d’avancer.",
    "Vous appelez la collègue du bureau voisin.",
    "Vous relisez la lettre à voix haute.",
    "Vous regardez l’heure, puis le dossier.",
];
const WORDS_SAID = [
    "Qu’est-ce qui presse le plus ?",
    "Je vous explique, vous décidez.",
    "On regarde cette ligne ensemble ?",
    "Je ne peux rien promettre pour {day}.",
    "Racontez-moi depuis le début.",
    "C’est bien pour {paper} ?",
    "Revenez dans {delay}, ce sera plus simple.",
    "Je comprends que ce soit pénible.",
];
const LABELS = [
    "Écouter d’abord",
    "Expliquer la suite",
    "Faire ensemble",
    "Renvoyer ailleurs",
    "Proposer un choix",
    "Demander son accord",
    "Prendre la main",
    "Nommer la limite",
];
const GAINS = [
    "La personne garde la main sur sa démarche.",
    "Elle sait maintenant ce qui va se passer.",
    "Sa colère a trouvé quelqu’un à qui parler.",
    "Vous gagnez du temps sur ce dossier.",
    "Le fait et le ressenti sont tous deux entendus.",
    "Un délai est dit, il pourra être tenu.",
];
const COSTS = [
    "Elle n’a rien appris pour la prochaine fois.",
    "La file derrière elle s’allonge.",
    "La vraie demande attendra encore.",
    "Il reste à vérifier qu’elle a compris.",
    "Ce qui presse n’a pas encore été dit.",
    "La suite dépend d’un autre service.",
];
// Typed answers of about 300 characters: one that listens, one that explains in the office's words, one that finds little.
export const ANSWERS = [
    "Si je comprends bien, deux courriers sont restés sans réponse et l’aide s’arrête le 15. Vous êtes inquiet pour le loyer, " +
        "et c’est normal. Je vous propose de relire la lettre ensemble, puis d’appeler la caisse d’ici. Vous préférez le faire " +
        "maintenant, ou revenir demain matin ? C’est bien cela ?",
    "Calmez-vous, monsieur. Votre dossier est en instruction, il manque des pièces justificatives, vous auriez dû les envoyer " +
        "par le téléservice. Je vais le faire pour vous, donnez-moi votre mot de passe, ça ira plus vite. Je vous garantis que " +
        "ce sera réglé mardi, ce n’est pas grave du tout, vous verrez.",
    "Bonjour à vous deux. Installez-vous près de la fenêtre, il y fait meilleur. La table ronde est libre jusqu’à onze heures, " +
        "la salle du fond aussi. Nous avons le temps de tout poser devant nous, les lettres à gauche, les relevés à droite, et " +
        "de commencer par le plus ancien des trois papiers.",
];
const SLOTS = {
    delay: ["deux semaines", "dix jours", "un mois", "une heure"],
    paper: ["le courrier de la caisse", "l’avis d’échéance", "l’attestation de droits", "la demande de logement"],
    day: ["lundi", "hier matin", "vendredi dernier", "le 12 mai"],
};
const NARROW_SPACE = "\u202f";

// `pick(list)` draws one of a list.
function draw(pick, list) {
    const text = pick(list).replace(/{(\w+)}/g, (_, slot) => pick(SLOTS[slot]));
    return text.replace(/ (?=[;:!?])/g, NARROW_SPACE);
}

export function drawLine(pick) {
    return `${draw(pick, OPENINGS)} ${draw(pick, DEMANDS)}`;
}

export function drawAnswer(pick) {
    const said = `«${NARROW_SPACE}${draw(pick, WORDS_SAID)}${NARROW_SPACE}»`;
    return pick([true, true, false]) ? said : `${draw(pick, GESTURES)} ${said}`;
}

export function drawLabel(pick) {
    return pick(LABELS);
}

export function drawWhy(pick) {
    return `${pick(GAINS)} ${pick(COSTS)}`;
}
