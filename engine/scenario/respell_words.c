#include "scenario/respell_words.h"

// What the shared detectors look for, and what is met everywhere. The words of a line begin with one letter.
static const Str WANTED[] = {
    S_INIT("abandonne abandonnee abattu abattue abord abus abusent accable accablee acceptable accepte acceptee"),
    S_INIT("accepter accepterai accepteriez acceptez acces accompagne accompagnons accord accueil accueilli"),
    S_INIT("accueillie accueillons accuse accusee active administration admissible adresse adresser adressez"),
    S_INIT("affaire affole affolee africains agace agacee agacement agacer agees agence agitez agrandis agresse"),
    S_INIT("agressee agressez agressif agressifs agressive ai aide aider aiderait aidons aie aient ailleurs aime"),
    S_INIT("aimerais aimeriez aimez ainsi aise ait algorithme algorithmes alle allee aller allez allocataire"),
    S_INIT("allocation allons alors amen amiable ancien angoissant angoisse angoissee angoisser annonce annuler"),
    S_INIT("ante anxieuse anxieux apeure apeuree appartement appel appele appeler appelez appelle appellent"),
    S_INIT("appellera appellerai appelons appels applique appliquer apport apporte apporter apporterez apportez"),
    S_INIT("apprecierais apprehendez apprends appuie apres arabes arborescence argent arrange arranger arret"),
    S_INIT("arrete arreter arretez arretiez arrive arrivee arriver arrivez as asiatiques asseoir assez assistant"),
    S_INIT("assistante assiste assistes assoie assure assurer attaque attaquee attend attendent attendez"),
    S_INIT("attendra attendre attends attendu attendue attente attentes attention attestation attriste attristee"),
    S_INIT("aucun aucune audience aujourd aura aurai aurais aurait aurez auriez aussi authentification"),
    S_INIT("automatique autorisation autorise autorisez autre autrement autres avais avait avaler avance avancer"),
    S_INIT("avant avec avertis avertissement avez aviez avocat avocate avoir avons ayant ayez"),
    S_INIT("back bafoue bafouee baisse baisser baissez basculer baser bavez beaucoup belle beneficiaires besoin"),
    S_INIT("besoins bete betes bien bientot bilan bipolaire bipolaires blessant blesse blessee blessent blesser"),
    S_INIT("blocage bloque bloquee bloquer boire bonjour bonne boucle bouclee bouclees boucles bougez bouleverse"),
    S_INIT("bouleversee boulot bouscule bousculee bout bouton bref bureau"),
    S_INIT("cache caisse calme calmer calmez carte case casse categorie cause ceci cela certain certaine"),
    S_INIT("certifie cessez cette chacun changez chaque charge chef cherche chercher chercherai cherchez"),
    S_INIT("cherchons chez choisir choisissez choix chomeurs choque choquee chose chou cingle cinglee cinq clair"),
    S_INIT("claque claquer claquez clavier client clientele clients clique cliquer cliquez clore code codes"),
    S_INIT("coince coincee colere collegue combien comite comme commence commencons comment communaute"),
    S_INIT("competence competent competente complet complete completement completes complets completude"),
    S_INIT("complique compliquee comprend comprendre comprends comprenez comprenne comprennent compris compte"),
    S_INIT("comptez comptoir concerne concernee conclu conclure conduis conduisez confiance confiez confirmation"),
    S_INIT("confirmez confus confuse connaissez connexes conseille conseiller conseillere considere consideree"),
    S_INIT("consignes constate contact contacte contacter contactera contacterai contactons content contente"),
    S_INIT("continue continuer continuez contrarie contrariee convenait convenu conviendrait convient copie"),
    S_INIT("correct correctement correspond corrigez cote coup coupe couper coupez coups courant courrier"),
    S_INIT("craignez crainte craintes cran creneau crie crier cries criez crispe crispee crois croyez culer"),
    S_INIT("culture curieuse curieux"),
    S_INIT("dans date debloque debloquee deborde debordee debrouillez deception decide decider decidez decidons"),
    S_INIT("declaration decourage decourageant decouragee decouragement decourager decrire decrivez decu decue"),
    S_INIT("dehors deja delirant delirante delire delires delirez demain demande demander demanderai demanderais"),
    S_INIT("demandeur demandez demi demoralise demoralisee demuni demunie denigre denigree depasse depassee"),
    S_INIT("depressif depressive depuis derange derangee derangerait dernier derniere deroulant derriere"),
    S_INIT("desagreable desarroi descends desempare desemparee desesperant desespere desesperee desole desolee"),
    S_INIT("destabilise destabilisee detend detendez detendre detraque detraquee detresse deux deuxieme devant"),
    S_INIT("devez devine devoir devrai devrez devriez dictez difficile difficulte difficultes dimanche dirais"),
    S_INIT("dire directement direction directives diriez discrimination dise disiez disponible dites dizaine"),
    S_INIT("document dois doit donc donne donner donnez dont dormez dormir dort dossier dossiers double"),
    S_INIT("doucement douloureux doute douze dramatique dramatiser drame droit droits dure"),
    S_INIT("ecart echeance ecoeure ecoeuree ecoute ecoutee ecouter ecoutez ecran ecrirai ecrire ecris ecrit"),
    S_INIT("ecrite ecrites ecrits ecrivez ecrivons effort effraie effrayant effraye effrayee egare egoiste eleve"),
    S_INIT("elevee elevez elle elles embarrasse embarrassee embete embetee embeterait emmene empeche emploi"),
    S_INIT("emportez emue en encore endroit enervant enervante enerve enervee enerver enervez enfant enfants"),
    S_INIT("enfin engage ennuie ennuierait ennuis ennuye ennuyee enregistre enregistree enregistrees enregistres"),
    S_INIT("enregistrez ensemble ensuite entend entendre entends entendu entretien enverrai enverrez envie"),
    S_INIT("environ envoie envoies envoye envoyee envoyees envoyer envoyes envoyez eprouvant epuisant epuise"),
    S_INIT("epuisee epuiser equipe erreur es espace espece espere esperez essaie essaye essayer essayez essayons"),
    S_INIT("essentiel est etai etaient etais etait etape etapes ete etes etiez etonne etranger etrangers etre"),
    S_INIT("eux evidemment evident evite eviter exact exactement exagerer exagerez examine exaspere exasperee"),
    S_INIT("excede excedee exclu exclue executer exemple exige explique expliquer expliqueriez expliquez"),
    S_INIT("expliquiez expres extremement"),
    S_INIT("fache fachee facher fachez facile facon facons faire fais faisiez faisons fait faite faites faits"),
    S_INIT("fallait familial familles fatigant fatigue fatiguee fatiguer faudra faudrait faut faute fautif"),
    S_INIT("fautive femmes fenetre ferai ferais ferait ferez feriez ferme feuille fichier file fille filme"),
    S_INIT("filmer filmez fils final fini finir finit fixe flics flippant fois folle font forcement forces"),
    S_INIT("formalite formation forme formee formulaire formule fort fous francais franchement frappe frapper"),
    S_INIT("frappez fraude frustrant frustration frustre frustree furieuse furieux"),
    S_INIT("gagne gamin garant garante garanti garantis garde gardez gendarmerie gendarmes gene genee generait"),
    S_INIT("genre gens gere geste gesticuler gitans grand grave gros gueuler guichet guichets guide"),
    S_INIT("habitant habitants habitez habitude handicapes harcele harcelee hausse hausser haussez hauts hesitez"),
    S_INIT("heure heures heureuse heureux hier hierarchie histoire hiver homme hommes honte honteuse honteux"),
    S_INIT("hopital horaire horaires huissier huit humain humiliant humilie humiliee hurler hurlez hysterique"),
    S_INIT("ici ideal idee idees identifiant identifiants identite ignore ignoree il ils imagine imaginez"),
    S_INIT("immeuble immigres impoli impolie important importe impose impot impots impression imprime impuissant"),
    S_INIT("impuissante inacceptable inacceptables incompris incomprise indemnise indemnisee indigne indignee"),
    S_INIT("indique indu indus information informations informatique informe informee injure injures injuste"),
    S_INIT("inquiet inquietant inquiete inquieter inquietez inquietude inquietudes inscription insiste insistez"),
    S_INIT("insolent insolente instable installe installer instant instruction instructions insulte insultee"),
    S_INIT("insulter insultes insultez insupportable interdit interdite interdits interet interface interieur"),
    S_INIT("internet intervenir inutile invite irait irrespectueuse irrespectueux irresponsable irrite irritee"),
    S_INIT("jamais jete jeter jeudi jeunes joindre joint jouer jour jours juge jugee jure jusqu juste"),
    S_INIT("justificatif justificative justificatives"),
    S_INIT("laisse laissee laisser laisserai laissez lancer langage laquelle largement lasse lassitude lent"),
    S_INIT("lequel lesquels lettre lettres leur leurs leve levee levez lien ligne lire lisez lisons liste"),
    S_INIT("logement logiciel loin long lorsque lourd lourde lundi"),
    S_INIT("machine madame maghrebins mail main maintenant mairie mais malade malgre malhonnete manege maniaque"),
    S_INIT("maniere manipule manipulee manque marche marcher mardi marre matin mauvais mauvaise mechant mediat"),
    S_INIT("mediation meme memes menace menacee menaces mental mentale mentez menu meprisant meprisante meprise"),
    S_INIT("meprisee merci mercredi mere meres message mesure metier mets mette mettez mettre meurt midi mieux"),
    S_INIT("migrants milieu mine minute minutes mise modale modele moins mois moment monde monsieur montant"),
    S_INIT("montez montre montrez mort mots mourir moyen moyens musulmans mythomane"),
    S_INIT("navigateur navre navree negligent negligente nerfs neuf neveu nevrose nevrosee niece noires noirs"),
    S_INIT("normal note noter noterai notre nous numerique numero"),
    S_INIT("obeir obligation obligatoire oblige obligee obliges obtenir obtiendrez occupe occuper occupez office"),
    S_INIT("offre on onglet onglets ont onze opinion oppresse option options ordinateur ordre ordres orientation"),
    S_INIT("originale origine oublie oubliee oublier oubliez oui outil ouvert ouverture ouvre ouvrir"),
    S_INIT("page pages paie paiement panique paniquee paniquer paniquez papier papiers paraissez parait parce"),
    S_INIT("pareil pareille pareilles pareils parfois parle parler parlez paroles part partant partante partez"),
    S_INIT("parti partie parties partiez partir partis partout passages passe passee passees passer passes"),
    S_INIT("passez passons pauvres paye payee payez pays peine peinee penible pensa pensai pensait pensat pense"),
    S_INIT("pensee pensees pensent penser pensez pensiez percevez percu percus perdre perdu perdue permet"),
    S_INIT("permets permettez permission perplexe persiste personne personnel personnellement personnes perturbe"),
    S_INIT("pese peser petit petite petites peur peut peuvent peux photo phrases piece pieces piege piegee pire"),
    S_INIT("place plaindre plainte plairait plait plateforme plein pleurer pleurez plie plus plusieurs plutot"),
    S_INIT("poche poing point poli police population populations porte porterai portes pose poser posez"),
    S_INIT("possibilites possible post poste postee postees posterez postes pour pourquoi pourrais pourrait"),
    S_INIT("pourriez pourrions poussez pouvais pouvez pouviez pouvoir pouvons prefecture prefere prefereriez"),
    S_INIT("preferes preferez premier premiere prend prendra prendrais prendre prends prenez prenne prenons"),
    S_INIT("preoccupe preoccupee prepare preparer preparerai pres prescripteur present presente presenter"),
    S_INIT("presque presse pression pret prete prets preuve prevenir prevenu prevenue previendrai previens"),
    S_INIT("prevue primo principal priorite pris prise probleme problemes procedure prochain prochaine profil"),
    S_INIT("profils profit profitent profiter projet promet promets promis propos propose proposez provoque"),
    S_INIT("provoquee prudent psychotique public puis puisse puma"),
    S_INIT("quand quarante quartier quatre quatrieme quel quelle quelles quelqu quelque quelques quelquun quels"),
    S_INIT("question quinze quitte quitter quittes quoi quotient"),
    S_INIT("rabaisse rabaissee raccroche raccrocher racisme raciste racistes raconte raconter racontez racontiez"),
    S_INIT("radie radiee rageant rais raison raisons rait raler rapide rappel rappeler rappelez rappelle"),
    S_INIT("rappellera rappellerai rappelons rassure rassuree rate ratez recapitule recapituler recapitulons"),
    S_INIT("recepisse recevez recevoir recevons recevra recevrez recevrons reclamation reclame recois recoit"),
    S_INIT("recommande recommence recommencez reconnaissez reconnu reconnue recours recu recue redire redisiez"),
    S_INIT("redites redoutez refaire refais refait reflechir reformule reformuler reformulez refugies refus"),
    S_INIT("refuse refuser refusera regard regarde regarder regarderai regardez regardons regle reglee reglement"),
    S_INIT("regler regles regretter rejete rejetee relais relance relancer relancerai relation releve religion"),
    S_INIT("relire relisons relu remarque remarques rembourse remboursee remis remise remonte remontee remonter"),
    S_INIT("rempli remplie remplies remplir remplis remplissons remplit rencontrez rend rende rendez rendre"),
    S_INIT("rends rendu rendue renseigne renseigner renseignez rentrant rentrer renvoie renvoies renvoyez repart"),
    S_INIT("repartez reparti repartie repasser repassez repete repeter repetez repetiez repond repondez repondra"),
    S_INIT("repondre repondu reponse reprend reprendre reprends reprenez reprenons reserve respect respecte"),
    S_INIT("respectee respectent respecter respectez respire responsable ressaisissez ressens ressentez ressort"),
    S_INIT("ressortissant reste rester restez resume resumer resumez resumiez resumons retablissement retard"),
    S_INIT("retenez retenu retiens retraite retraites retrouve retrouvez retrouvons revenez revenir revenu"),
    S_INIT("revenue reviens revois revoit revoltant revolte revoltee revoyez revoyons ridicule rien risquez"),
    S_INIT("rogne role ronge roumains rude rupture rythme"),
    S_INIT("sache sais saisi saisir saisis sait samedi sang sans saurait savent savez savoir scandaleux schizo"),
    S_INIT("seconde secondes securite selectionne semaine semaines semble semblez sens sent sentez senti sentie"),
    S_INIT("sentiez sentiment sentir separer sept sera serai seraient serais serait serez seriez seront sert"),
    S_INIT("serveur service seul seule seules siege sigle signal signale signalement signaler signe signee"),
    S_INIT("signees signes signifie silence simple simplement sincerement sinon site situation soir soit"),
    S_INIT("solution solutions somme sommes songe songez sont sorcier sors sortant sorte sortez sorti sortiez"),
    S_INIT("sortir souci soucieuse soucieux souhait souhaiterais souhaitez soulage soulagee soulagement souris"),
    S_INIT("sous soutenu soutenue souvent soyez stop stress stressant stresse stressee stressez suffit suggere"),
    S_INIT("suicidaire suicidaires suicide suicider suis suite suivant suivante suivi suivra suivre super sure"),
    S_INIT("surement surpris surprise sursaute sursauter surtout surveille surveillee suspendre suspendu"),
    S_INIT("suspendue systeme"),
    S_INIT("taisez tant tante tape taper tapes tapez tard tarde tele telephone telephoner tellement tels temps"),
    S_INIT("tendu tendue tenez tenir terme termes termine terminee terminees terminer termines terrible tete"),
    S_INIT("textes tiendra tiens tolerable tolere tolererai tombe tort totalement touche touchee toucher"),
    S_INIT("toucherez touchez toujours tour tourne tourner tous tout toute toutes tracasse tracassez traduction"),
    S_INIT("trahi trahie train traine traite traitee traitement traitons tranquille tranquillement transmet"),
    S_INIT("transmets transmettrai transmettre transmis transmise transmises travail travaille travaillent"),
    S_INIT("travailler travaillez trente tres triste tristesse trois troisieme trombone trompe trompee trop"),
    S_INIT("trouble trouille trouve trouvez truc tuer type"),
    S_INIT("un une urgence urgent usager usant usee utilise utilisee utiliser utilisez"),
    S_INIT("vais valide validee validez vaudrait vaut vendredi venez venir venons venu venue venues verifie"),
    S_INIT("verifier verifierai verifions verrez vers verse versee versement veulent veut veux vexe vexee viens"),
    S_INIT("vient vieux vigile vingt violent violente vire virement vise visee visite vite vitesse vivent vivez"),
    S_INIT("vivre voici voila voir vois voit voix volonte vont votre voudrais voudriez voulez vouliez vouloir"),
    S_INIT("voulu vous voyage voyez vraiment"),
    S_INIT("yeux"),
    S_INIT("zero zoome")};

typedef struct {
    Str shortened, full;
} Shortened;

static const Shortened SHORTENED[] = {{S_INIT("ac"), S_INIT("avec")},
                                      {S_INIT("ajd"), S_INIT("aujourd'hui")},
                                      {S_INIT("aps"), S_INIT("pas")},
                                      {S_INIT("auj"), S_INIT("aujourd'hui")},
                                      {S_INIT("aujourdhui"), S_INIT("aujourd'hui")},
                                      {S_INIT("avc"), S_INIT("avec")},
                                      {S_INIT("bcp"), S_INIT("beaucoup")},
                                      {S_INIT("bjr"), S_INIT("bonjour")},
                                      {S_INIT("bsr"), S_INIT("bonsoir")},
                                      {S_INIT("cad"), S_INIT("c'est-a-dire")},
                                      {S_INIT("cb"), S_INIT("combien")},
                                      {S_INIT("cetait"), S_INIT("c'etait")},
                                      {S_INIT("cets"), S_INIT("c'est")},
                                      {S_INIT("chui"), S_INIT("je suis")},
                                      {S_INIT("chuis"), S_INIT("je suis")},
                                      {S_INIT("cmt"), S_INIT("comment")},
                                      {S_INIT("ct"), S_INIT("c'etait")},
                                      {S_INIT("dabord"), S_INIT("d'abord")},
                                      {S_INIT("dac"), S_INIT("d'accord")},
                                      {S_INIT("dacc"), S_INIT("d'accord")},
                                      {S_INIT("dc"), S_INIT("donc")},
                                      {S_INIT("dmd"), S_INIT("demande")},
                                      {S_INIT("doc"), S_INIT("document")},
                                      {S_INIT("ds"), S_INIT("dans")},
                                      {S_INIT("dsl"), S_INIT("desole")},
                                      {S_INIT("dun"), S_INIT("d'un")},
                                      {S_INIT("dune"), S_INIT("d'une")},
                                      {S_INIT("ets"), S_INIT("est")},
                                      {S_INIT("fo"), S_INIT("faut")},
                                      {S_INIT("g"), S_INIT("j'ai")},
                                      {S_INIT("jms"), S_INIT("jamais")},
                                      {S_INIT("jsuis"), S_INIT("je suis")},
                                      {S_INIT("jv"), S_INIT("je vais")},
                                      {S_INIT("jvs"), S_INIT("je vous")},
                                      {S_INIT("jy"), S_INIT("j'y")},
                                      {S_INIT("kan"), S_INIT("quand")},
                                      {S_INIT("ke"), S_INIT("que")},
                                      {S_INIT("keske"), S_INIT("qu'est-ce que")},
                                      {S_INIT("kil"), S_INIT("qu'il")},
                                      {S_INIT("koi"), S_INIT("quoi")},
                                      {S_INIT("mm"), S_INIT("meme")},
                                      {S_INIT("mnt"), S_INIT("maintenant")},
                                      {S_INIT("msg"), S_INIT("message")},
                                      {S_INIT("mtn"), S_INIT("maintenant")},
                                      {S_INIT("na"), S_INIT("n'a")},
                                      {S_INIT("nn"), S_INIT("non")},
                                      {S_INIT("ns"), S_INIT("nous")},
                                      {S_INIT("num"), S_INIT("numero")},
                                      {S_INIT("ny"), S_INIT("n'y")},
                                      {S_INIT("parceque"), S_INIT("parce que")},
                                      {S_INIT("pb"), S_INIT("probleme")},
                                      {S_INIT("pbm"), S_INIT("probleme")},
                                      {S_INIT("pbs"), S_INIT("problemes")},
                                      {S_INIT("pck"), S_INIT("parce que")},
                                      {S_INIT("pcq"), S_INIT("parce que")},
                                      {S_INIT("pdt"), S_INIT("pendant")},
                                      {S_INIT("pk"), S_INIT("pourquoi")},
                                      {S_INIT("pkoi"), S_INIT("pourquoi")},
                                      {S_INIT("pq"), S_INIT("pourquoi")},
                                      {S_INIT("pr"), S_INIT("pour")},
                                      {S_INIT("proprio"), S_INIT("proprietaire")},
                                      {S_INIT("psk"), S_INIT("parce que")},
                                      {S_INIT("pske"), S_INIT("parce que")},
                                      {S_INIT("ptet"), S_INIT("peut-etre")},
                                      {S_INIT("qd"), S_INIT("quand")},
                                      {S_INIT("qe"), S_INIT("que")},
                                      {S_INIT("qeu"), S_INIT("que")},
                                      {S_INIT("qlq"), S_INIT("quelque")},
                                      {S_INIT("qq"), S_INIT("quelque")},
                                      {S_INIT("qqch"), S_INIT("quelque chose")},
                                      {S_INIT("qqn"), S_INIT("quelqu'un")},
                                      {S_INIT("qques"), S_INIT("quelques")},
                                      {S_INIT("qqun"), S_INIT("quelqu'un")},
                                      {S_INIT("quesque"), S_INIT("qu'est-ce que")},
                                      {S_INIT("quest"), S_INIT("qu'est")},
                                      {S_INIT("qun"), S_INIT("qu'un")},
                                      {S_INIT("quun"), S_INIT("qu'un")},
                                      {S_INIT("rdv"), S_INIT("rendez-vous")},
                                      {S_INIT("rep"), S_INIT("reponse")},
                                      {S_INIT("rv"), S_INIT("rendez-vous")},
                                      {S_INIT("sest"), S_INIT("s'est")},
                                      {S_INIT("sil"), S_INIT("s'il")},
                                      {S_INIT("slt"), S_INIT("salut")},
                                      {S_INIT("stp"), S_INIT("s'il te plait")},
                                      {S_INIT("svp"), S_INIT("s'il vous plait")},
                                      {S_INIT("tjrs"), S_INIT("toujours")},
                                      {S_INIT("tjs"), S_INIT("toujours")},
                                      {S_INIT("tkt"), S_INIT("t'inquiete")},
                                      {S_INIT("tlm"), S_INIT("tout le monde")},
                                      {S_INIT("tps"), S_INIT("temps")},
                                      {S_INIT("ts"), S_INIT("tous")},
                                      {S_INIT("tt"), S_INIT("tout")},
                                      {S_INIT("tte"), S_INIT("toute")},
                                      {S_INIT("ttes"), S_INIT("toutes")},
                                      {S_INIT("vosu"), S_INIT("vous")},
                                      {S_INIT("vou"), S_INIT("vous")},
                                      {S_INIT("vrmt"), S_INIT("vraiment")},
                                      {S_INIT("vs"), S_INIT("vous")},
                                      {S_INIT("ya"), S_INIT("y a")},
                                      {S_INIT("yen"), S_INIT("y en")}};

Str respell_shortened(Str word) {
    int32_t low = 0, high = COUNT(SHORTENED);
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        int order = str_compare(SHORTENED[middle].shortened, word);
        if (order == 0) {
            return SHORTENED[middle].full;
        }
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return (Str){0};
}

static Str first_word(Str line) {
    return str_cut(&line, ' ');
}

bool respell_is_among(const Str *lines, int32_t count, Str word) {
    int32_t low = 0, high = count, order = -1;
    while (high - low > 1) {
        int32_t middle = low + (high - low) / 2;
        bool before = str_compare(first_word(lines[middle]), word) <= 0;
        low = before ? middle : low;
        high = before ? high : middle;
    }
    for (Str words = lines[low]; words.len > 0 && order < 0;) {
        order = str_compare(str_cut(&words, ' '), word);
    }
    return order == 0;
}

bool respell_matters(Str word) {
    return respell_is_among(WANTED, COUNT(WANTED), word);
}

// Shorter words are too like each other.
enum { LEAST_SWAPPED = 4, LEAST_DOUBLED = 5, LEAST_MISSING = 6, LEAST_WRONG = 7 };

static bool differs_in_doubles(Str a, Str b) {
    ptrdiff_t i = 0, j = 0;
    while (i < a.len && j < b.len && a.text[i] == b.text[j]) {
        char c = a.text[i];
        while (i < a.len && a.text[i] == c) {
            i++;
        }
        while (j < b.len && b.text[j] == c) {
            j++;
        }
    }
    return i == a.len && j == b.len;
}

// How many letters both begin with.
static ptrdiff_t count_same(Str a, Str b) {
    ptrdiff_t i = 0;
    while (i < a.len && i < b.len && a.text[i] == b.text[i]) {
        i++;
    }
    return i;
}

static bool is_swapped(Str word, Str wanted, ptrdiff_t same) {
    return same + 2 <= word.len && word.text[same] == wanted.text[same + 1] &&
           word.text[same + 1] == wanted.text[same] &&
           str_equal(str_slice(word, same + 2, word.len), str_slice(wanted, same + 2, wanted.len));
}

// A look at the second and third letters spares most words the whole of it: one slip leaves one of them beside its
// like, unless the first letter was doubled.
static bool is_far(Str word, Str wanted) {
    const char *a = word.text, *b = wanted.text;
    return word.len > 2 && wanted.len > 2 && a[1] != b[1] && a[1] != b[2] && a[2] != b[1] && a[2] != b[2] &&
           a[0] != a[1] && b[0] != b[1];
}

// 1 for a slip of the fingers, 2 for a letter too few, too many or wrong, 0 for another word.
static int32_t weigh_slip(Str word, Str wanted) {
    ptrdiff_t same = count_same(word, wanted), more = word.len - wanted.len;
    Str rest = str_slice(word, same + (more >= 0), word.len), other = str_slice(wanted, same + (more <= 0), wanted.len);
    if (wanted.len >= LEAST_DOUBLED && differs_in_doubles(word, wanted)) {
        return 1;
    }
    if (more == 0 && wanted.len >= LEAST_SWAPPED && is_swapped(word, wanted, same)) {
        return 1;
    }
    int32_t least = more == 0 ? LEAST_WRONG : LEAST_MISSING;
    return more >= -1 && more <= 1 && wanted.len >= least && str_equal(rest, other) ? 2 : 0;
}

typedef struct {
    Str word;
    int32_t slip, count; // how many are as near
} Nearest;

static void look_along(Nearest *nearest, Str word, Str words) {
    while (words.len > 0) {
        Str wanted = str_cut(&words, ' ');
        int32_t slip = is_far(word, wanted) ? 0 : weigh_slip(word, wanted);
        if (slip > 0 && slip <= nearest->slip) {
            nearest->count = slip == nearest->slip ? nearest->count + 1 : 1;
            nearest->slip = slip;
            nearest->word = wanted;
        }
    }
}

Str respell_nearest(Str word) {
    Nearest nearest = {.slip = 3};
    for (int32_t i = 0; i < COUNT(WANTED) && word.len > 0; i++) {
        if (WANTED[i].text[0] == word.text[0]) {
            look_along(&nearest, word, WANTED[i]);
        }
    }
    return nearest.count == 1 ? nearest.word : (Str){0};
}
