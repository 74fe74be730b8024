// Texts, and how they must be said. Most rows were heard wrong through a real service before.
#include "spoken/spoken.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

typedef struct {
    Str written, said;
} Row;

#define ROW(written, said) \
    { S_INIT(written), S_INIT(said) }

static const Row FRENCH[] = {
    // Decimals and thousands
    ROW("3,5 / 5", "3 virgule 5 sur 5"),
    ROW("0,75", "0 virgule 75"),
    ROW("12,5 %", "12 virgule 5 pour cent"),
    ROW("3,05", "3 virgule 0 5"),
    ROW("1,005", "1 virgule 0 0 5"),
    ROW("Il y en a 3, pas 4.", "Il y en a 3, pas 4."),
    ROW("1 234 567 habitants", "1234567 habitants"),
    ROW("1\u202f234,50 €", "1234 virgule 50 euros"),
    ROW("en 2024 300 personnes", "en 2024 300 personnes"),
    ROW("version 3.5", "version 3 point 5"),
    ROW("version 1.2.3", "version 1.2.3"),
    // Shares, with any space
    ROW("3/5", "3 sur 5"),
    ROW("3 / 5", "3 sur 5"),
    ROW("3\u00a0/\u00a05", "3 sur 5"),
    ROW("3\u202f/\u202f5", "3 sur 5"),
    ROW("54 / 600 caractères", "54 sur 600 caractères"),
    ROW("27/11/2026", "27 novembre 2026"),
    ROW("01/02/2026", "premier février 2026"),
    ROW("2026-11-27", "27 novembre 2026"),
    ROW("31/31/2026", "31/31/2026"),
    // Times
    ROW("× 3", "3 fois"),
    ROW("×\u202f3", "3 fois"),
    ROW("3 × 4", "3 fois 4"),
    // Signs
    ROW("−2", "moins 2"),
    ROW("–3", "moins 3"),
    ROW("-4", "moins 4"),
    ROW("de −2 à +1", "de moins 2 à plus 1"),
    ROW("confiance < 40", "confiance inférieur à 40"),
    ROW("2 + 2 = 4", "2 + 2 égale 4"),
    ROW("x>=3, x ≤ −2", "x supérieur ou égal à 3, x inférieur ou égal à moins 2"),
    ROW("±2, § 3, 6÷2", "plus ou moins 2, paragraphe 3, 6 divisé par 2"),
    ROW("Menu > Réglages", "Menu > Réglages"),
    ROW("-> 3, => 3", "-> 3, => 3"),
    ROW("½", "un demi"),
    ROW("1 ½ journée", "1 et un demi journée"),
    ROW("¾ des cas", "trois quarts des cas"),
    // Ranges
    ROW("16\u201125 ans", "16 à 25 ans"),
    ROW("16-25 ans", "16 à 25 ans"),
    ROW("16–25 ans", "16 à 25 ans"),
    ROW("5–8 décisions", "5 à 8 décisions"),
    ROW("3-1", "3-1"),
    ROW("10-15 min", "10 à 15 minutes"),
    ROW("rendez\u2011vous", "rendez-vous"),
    ROW("\u2068א\u2069\u200F ב", "א ב"),
    ROW("après\u00admidi", "aprèsmidi"),
    // Titles
    ROW("M.\u00a0Guillou", "monsieur Guillou"),
    ROW("M. Guillou dit non.", "monsieur Guillou dit non."),
    ROW("MM. Guillou et Hamon", "messieurs Guillou et Hamon"),
    ROW("M. et Mme Durand", "monsieur et madame Durand"),
    ROW("M. l’agent", "monsieur l’agent"),
    ROW("Mlle Le Goff", "mademoiselle Le Goff"),
    ROW("Dr Hamon", "docteur Hamon"),
    ROW("Me Hamon", "maître Hamon"),
    ROW("Me voilà", "Me voilà"),
    ROW("St-Denis", "saint Denis"),
    ROW("Charles M. est venu", "Charles M. est venu"),
    ROW("M. Élie", "monsieur Élie"),
    // Ordinals
    ROW("1er", "premier"),
    ROW("1re", "première"),
    ROW("1ère fois", "première fois"),
    ROW("2e", "deuxième"),
    ROW("2ᵉ", "deuxième"),
    ROW("3ème", "troisième"),
    ROW("4e", "quatrième"),
    ROW("5e", "cinquième"),
    ROW("9e", "neuvième"),
    ROW("11e", "onzième"),
    ROW("21e", "vingt et unième"),
    ROW("71e", "soixante et onzième"),
    ROW("80e", "quatre-vingtième"),
    ROW("81e", "quatre-vingt-unième"),
    ROW("92e", "quatre-vingt-douzième"),
    ROW("100e", "centième"),
    ROW("200e", "deux centième"),
    ROW("2nde", "seconde"),
    ROW("XXIe siècle", "vingt et unième siècle"),
    ROW("chapitre IV", "chapitre 4"),
    ROW("VII. Être d’accord", "7. Être d’accord"),
    ROW("V. Trouver", "5. Trouver"),
    ROW("n° 12", "numéro 12"),
    ROW("N° 12", "numéro 12"),
    ROW("n°12", "numéro 12"),
    // Hours
    ROW("24 h/24, 7 j/7", "24 heures sur 24, 7 jours sur 7"),
    ROW("24h/24 et 7j/7", "24 heures sur 24 et 7 jours sur 7"),
    ROW("24/7", "24 heures sur 24, 7 jours sur 7"),
    ROW("18 h 30", "18 heures 30"),
    ROW("18\u202fh\u202f30", "18 heures 30"),
    ROW("18h30", "18 heures 30"),
    ROW("14 h 00", "14 heures"),
    ROW("de 9 h à 12 h 05", "de 9 heures à 12 heures 5"),
    ROW("1 h", "1 heure"),
    ROW("2 heures", "2 heures"),
    // Units
    ROW("15 min · 5 décisions", "15 minutes, 5 décisions"),
    ROW("1 min", "1 minute"),
    ROW("30 s", "30 secondes"),
    ROW("12 €", "12 euros"),
    ROW("1 €", "1 euro"),
    ROW("90 km/h", "90 kilomètres à l’heure"),
    ROW("20 m²", "20 mètres carrés"),
    ROW("20 °C", "20 degrés"),
    ROW("3 mots", "3 mots"),
    // Telephone
    ROW("3114", "trente et un quatorze"),
    ROW("Appelez le 3919.", "Appelez le trente-neuf dix-neuf."),
    ROW("le 3018", "le trente dix-huit"),
    ROW("le 3005", "le trente zéro cinq"),
    ROW("3500 euros", "3500 euros"),
    ROW("115", "115"),
    ROW("116 117", "cent seize, cent dix-sept"),
    ROW("116 006", "cent seize, zéro zéro six"),
    ROW("01 23 45 67 89", "zéro un, vingt-trois, quarante-cinq, soixante-sept, quatre-vingt-neuf"),
    ROW("01.23.45.67.89", "zéro un, vingt-trois, quarante-cinq, soixante-sept, quatre-vingt-neuf"),
    ROW("+33 6 12 34 56 78", "plus trente-trois, six, douze, trente-quatre, cinquante-six, soixante-dix-huit"),
    ROW("0 800 123 456", "zéro, huit cents, cent vingt-trois, quatre cent cinquante-six"),
    // What a voice would say in English
    ROW("L’authentification à son rythme", "L’autentification à son ritme"),
    ROW("Authentifiez-vous", "autentifiez-vous"),
    ROW("Éthiopien, enthousiaste", "étiopien, entousiaste"),
    ROW("J’ai mal au dos.", "J’ai mal au dô."),
    ROW("un dossier, le théâtre", "un dossier, le théâtre"),
    ROW("Il vécut, il a vécu", "Il vécu, il a vécu"),
    ROW("vécût", "vécût"),
    ROW("Mohamed et M’hamed", "mohamède et mamède"),
    ROW("parce qu’habiter, qu'Hélène", "parce qu’abiter, qu’élène"),
    ROW("Ce n’est qu’hier.", "Ce n’est qu’yère."),
    ROW("d’aujourd'hui, aujourd’hui", "d’aujourdui, aujourd’hui"),
    ROW("qu’elle habite", "qu’elle habite"),
    ROW("J'l’ai vu, d’l'aide", "Je l’ai vu, de l'aide"),
    ROW("qu’j’aide", "que j’aide"),
    ROW("un p’tit, les prud’hommes", "un ptit, les prudommes"),
    ROW("sa grand'mère", "sa grand-mère"),
    ROW("l’h", "l’h"),
    ROW("qu’", "qu’"),
    // Initials and capitals
    ROW("la CAF", "la caf"),
    ROW("Je vais à la CAF.", "Je vais à la caf."),
    ROW("RSA", "erre-esse-a"),
    ROW("le RSA et l’APL", "le erre-esse-a et l’a-pé-elle"),
    ROW("CNV", "cé-enne-vé"),
    ROW("OSBD", "o-esse-bé-dé"),
    ROW("INRS", "i enne-erre-esse"),
    ROW("l’I.U.T. vient", "l’i u-té vient"),
    ROW("CCAS", "cé-cé-a-esse"),
    ROW("CPAM", "cé-pam"),
    ROW("ANTS", "a-enne-té-esse"),
    ROW("DALO", "dalo"),
    ROW("MSA", "emme-esse-a"),
    ROW("AAH", "a-a-ache"),
    ROW("A.S.E.", "a-esse-euh."),
    ROW("l’A.S.E. vient", "l’a-esse-euh vient"),
    ROW("C.E.S.F. Elle", "cé-euh-esse-effe. Elle"),
    ROW("les CDDs", "les CDDs"),
    ROW("les CAFs", "les caf"),
    ROW("BON, UN SAC", "bon, un sac"),
    ROW("Il a dit NON.", "Il a dit non."),
    ROW("ÉCOUTEZ", "écoutez"),
    ROW("le QR code", "le cu-erre code"),
    ROW("A. Je vous écoute.", "A. Je vous écoute."),
    ROW("Option B", "Option B"),
    ROW("S02", "S02"),
    // Women and men
    ROW("usager·ère·s", "usagers et usagères"),
    ROW("usager·ères", "usagers et usagères"),
    ROW("un·e usager·ère", "un ou une usager ou usagère"),
    ROW("les usager(e)s", "les usagers et usagères"),
    ROW("les usager(ère)s", "les usagers et usagères"),
    ROW("étudiant·e·s", "étudiants et étudiantes"),
    ROW("étudiant-e-s", "étudiants et étudiantes"),
    ROW("invité.e.s", "invités et invitées"),
    ROW("conseiller·ère", "conseiller ou conseillère"),
    ROW("médiateur·trice·s", "médiateurs et médiatrices"),
    ROW("directeur·rice", "directeur ou directrice"),
    ROW("demandeur·euse", "demandeur ou demandeuse"),
    ROW("citoyen·ne·s", "citoyens et citoyennes"),
    ROW("professionnel·le·s", "professionnels et professionnelles"),
    ROW("actif·ve", "actif ou active"),
    ROW("heureux·se", "heureux ou heureuse"),
    ROW("tous·tes", "tous et toutes"),
    ROW("ils·elles", "ils et elles"),
    ROW("celui·celle", "celui ou celle"),
    ROW("il/elle", "il ou elle"),
    ROW("enfant(s)", "enfants"),
    ROW("ami(e)", "ami ou amie"),
    ROW("Est-ce lui ?", "Est-ce lui ?"),
    ROW("Peut-être dit-elle vrai.", "Peut-être dit-elle vrai."),
    ROW("Vas-y, dis-le.", "Vas-y, dis-le."),
    // Punctuation
    ROW("Quoi ?!", "Quoi ?"),
    ROW("Quoi\u202f?\u202f!", "Quoi ?"),
    ROW("Non !!", "Non !"),
    ROW("Il dit — enfin — oui.", "Il dit, enfin, oui."),
    ROW("— Bonjour.", "Bonjour."),
    ROW("Il part – enfin.", "Il part, enfin."),
    ROW("Bon… oui […] non", "Bon… oui, non"),
    // Addresses
    ROW("jean.e@exemple.fr", "jean point e arobase exemple point effe-erre"),
    ROW("Voir www.service-public.fr.", "Voir trois double vé point service tiret public point effe-erre."),
    ROW("https://exemple.org/aide/", "exemple point org barre aide"),
    ROW("caf.fr", "caf point effe-erre"),
    ROW("a_b@c.com", "a tiret bas bé arobase cé point com"),
    ROW("Bon.Le", "Bon.Le"),
    // The rest is left as it is
    ROW("", ""),
    ROW("Élément", "Élément"),
    ROW("▲ Confiance", "Confiance"),
    ROW("مرحبا", "مرحبا"),
    ROW("p. ex. ici, etc.", "par exemple ici, et cetera."),
    ROW("et/ou", "et, ou"),
    ROW("↑, Monter", "flèche haut, Monter"),
    ROW("A & B", "A et B"),
};

static const Row ENGLISH[] = {
    ROW("trust < 40", "trust less than 40"),
    ROW("a = b", "a equals b"),
    ROW("▲ Trust: slight rise", "Trust: slight rise"),
    ROW("‹ Situations", "Situations"),
    ROW("15 min · 5 decisions", "15 minutes, 5 decisions"),
    ROW("3 × 4", "3 times 4"),
    ROW("× 2", "2 times"),
    ROW("−3", "minus 3"),
    ROW("from –3 on", "from minus 3 on"),
    ROW("5–8 decisions", "5 to 8 decisions"),
    ROW("He left – at last", "He left, at last"),
    ROW("54 / 600", "54 out of 600"),
    ROW("3.5", "3 point 5"),
    ROW("1,234.50", "1234 point 50"),
    ROW("1, 2", "1, 2"),
    ROW("27/11/2026", "27/11/2026"),
    ROW("2026-11-27", "27 November 2026"),
    ROW("and/or", "and, or"),
    ROW("/", "/"),
    ROW("✓", ""),
    ROW("e.g. this", "for example this"),
    ROW("He is NOT here", "He is not here"),
    ROW("the RSA", "the R-S-A"),
    ROW("What?!", "What?"),
    ROW("jo@example.com", "jo at example dot com"),
    ROW("1st and 2nd", "1st and 2nd"),
    ROW("M. Guillou", "M. Guillou"),
    ROW("↑, Go up", "up arrow, Go up"),
};

static void assert_rows(Str language, const Row *rows, int32_t count) {
    int32_t wrong = 0;
    for (int32_t i = 0; i < count; i++) {
        Arena arena = {0};
        Str said = spoken_text(&arena, language, (SpokenTable){0}, rows[i].written);
        if (!str_equal(said, rows[i].said)) {
            print_error("“%.*s” is said as “%.*s”, not as “%.*s”\n", S_ARG(rows[i].written), S_ARG(said),
                        S_ARG(rows[i].said));
            wrong++;
        }
        arena_finish(&arena);
    }
    assert_int_equal(wrong, 0);
}

static void french_is_said_as_it_is_read(void **state) {
    (void)state;
    assert_rows(S("fr"), FRENCH, COUNT(FRENCH));
    assert_rows(S("fr-CA"), FRENCH, 10);
}

static void english_is_said_as_it_is_read(void **state) {
    (void)state;
    assert_rows(S("en"), ENGLISH, COUNT(ENGLISH));
}

static void another_language_keeps_its_words(void **state) {
    static const Row ROWS[] = {ROW("▲ 3,5 / 5", "3,5 / 5"), ROW("Was?!", "Was?"), ROW("M. NEIN", "M. NEIN")};
    (void)state;
    assert_rows(S("de"), ROWS, COUNT(ROWS));
    assert_rows(S("fry"), ROWS, COUNT(ROWS));
}

static void what_the_author_wants_comes_first(void **state) {
    static const SpokenAs OWN[] = {{S_INIT("Guillou"), S_INIT("guiyou")},
                                   {S_INIT("Guillou-Le Goff"), S_INIT("guiyou le gof")},
                                   {S_INIT("CAF"), S_INIT("cé-a-effe")},
                                   {S_INIT("3114"), S_INIT("le numéro")}};
    static const Row ROWS[] = {ROW("M. Guillou", "monsieur guiyou"), ROW("Guillou-Le Goff", "guiyou le gof"),
                               ROW("Guilloux", "Guilloux"), ROW("la CAF", "la cé-a-effe"), ROW("3114", "le numéro")};
    (void)state;
    for (int32_t i = 0; i < COUNT(ROWS); i++) {
        Arena arena = {0};
        Str said = spoken_text(&arena, S("fr"), (SpokenTable){OWN, COUNT(OWN)}, ROWS[i].written);
        assert_true(str_equal(said, ROWS[i].said));
        arena_finish(&arena);
    }
}

// Whatever is cut off or doubled, something valid is said, and the loops end.
static void any_piece_of_a_text_can_be_said(void **state) {
    (void)state;
    for (int32_t i = 0; i < COUNT(FRENCH); i++) {
        Str text = FRENCH[i].written;
        for (ptrdiff_t from = 0; from < text.len; from++) {
            for (ptrdiff_t to = from; to <= text.len; to++) {
                Str piece = str_slice(text, from, to);
                if (utf8_find_invalid(piece) >= 0) {
                    continue;
                }
                Arena arena = {0};
                Str said = spoken_text(&arena, S("fr"), (SpokenTable){0}, piece);
                assert_int_equal(utf8_find_invalid(said), -1);
                assert_int_equal(str_find(said, S("  ")), -1);
                arena_finish(&arena);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(french_is_said_as_it_is_read),     cmocka_unit_test(english_is_said_as_it_is_read),
        cmocka_unit_test(another_language_keeps_its_words), cmocka_unit_test(what_the_author_wants_comes_first),
        cmocka_unit_test(any_piece_of_a_text_can_be_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
