// What the tables and their columns are called for people, and what a column means.
#include "base/error.h"
#include "report/figures_words.h"

typedef struct {
    Str name, text;
} TableTitle;

static const TableTitle TABLES[] = {{S_INIT("case"), TR_INIT("Sessions")},
                                    {S_INIT("group"), TR_INIT("Groups or days compared")},
                                    {S_INIT("parting"), TR_INIT("Where they part first")},
                                    {S_INIT("group-decision"), TR_INIT("Decisions of each")},
                                    {S_INIT("group-vote"), TR_INIT("Votes of each")},
                                    {S_INIT("group-option"), TR_INIT("What each followed")},
                                    {S_INIT("decision"), TR_INIT("Decisions")},
                                    {S_INIT("vote"), TR_INIT("Votes")},
                                    {S_INIT("answer"), TR_INIT("Answers")},
                                    {S_INIT("move"), TR_INIT("Moves between the votes")},
                                    {S_INIT("option"), TR_INIT("Options")},
                                    {S_INIT("sure"), TR_INIT("Sureness")},
                                    {S_INIT("ending"), TR_INIT("Endings")},
                                    {S_INIT("way"), TR_INIT("Ways")},
                                    {S_INIT("profile"), TR_INIT("Profiles of the ways")},
                                    {S_INIT("step"), TR_INIT("Steps of the ways")},
                                    {S_INIT("flow"), TR_INIT("From scene to scene")},
                                    {S_INIT("trap"), TR_INIT("Traps")},
                                    {S_INIT("attitude"), TR_INIT("Attitudes")},
                                    {S_INIT("detector"), TR_INIT("Noticed in own words")},
                                    {S_INIT("passage"), TR_INIT("Steps to take, to avoid")},
                                    {S_INIT("gauge"), TR_INIT("Gauges")},
                                    {S_INIT("competency"), TR_INIT("Competencies")},
                                    {S_INIT("items"), TR_INIT("Consistency")},
                                    {S_INIT("version"), TR_INIT("Texts compared")},
                                    {S_INIT("changes"), TR_INIT("How much was changed")},
                                    {S_INIT("change"), TR_INIT("What was changed")},
                                    {S_INIT("vote-pair"), TR_INIT("Votes side by side")},
                                    {S_INIT("answer-pair"), TR_INIT("Answers side by side")},
                                    {S_INIT("option-pair"), TR_INIT("Followed, side by side")}};

// `table` is empty where a column means the same in each.
typedef struct {
    Str table, name, title, note;
} ColumnTitle;

static const ColumnTitle COLUMNS[] = {
    // of one table
    {S_INIT("decision"), S_INIT("point"), TR_INIT("Number"), TR_INIT("In the order of the situation.")},
    {S_INIT("step"), S_INIT("point"), TR_INIT("Step"), TR_INIT("From the first decision of the way.")},
    {S_INIT("parting"), S_INIT("point"), TR_INIT("Step"), TR_INIT("From the first decision of the way.")},
    {S_INIT("parting"), S_INIT("sessions"), TR_INIT("Sessions"), TR_INIT("That took the most taken way.")},
    {S_INIT("group"), S_INIT("parts-at"), TR_INIT("Parts from the first at its decision"),
     TR_INIT("Of the ways that most sessions of each took. 0: nowhere.")},
    {S_INIT("group-decision"), S_INIT("sessions"), TR_INIT("Sessions"), TR_INIT("That answered it.")},
    {S_INIT("group-vote"), S_INIT("sessions"), TR_INIT("Sessions"), TR_INIT("That voted.")},
    {S_INIT("group-option"), S_INIT("item"), TR_INIT("Group or day (id)"), TR_INIT("Of those compared.")},
    {S_INIT("gauge"), S_INIT("point"), TR_INIT("Decisions made"), TR_INIT("None: on arrival.")},
    {S_INIT("case"), S_INIT("sessions"), TR_INIT("Sessions"), TR_INIT("That are analysed.")},
    {S_INIT("case"), S_INIT("left-out"), TR_INIT("Sessions left out"), TR_INIT("Fewer than five people were there.")},
    {S_INIT("case"), S_INIT("ways"), TR_INIT("Ways"), TR_INIT("That were taken; the most taken are told.")},
    {S_INIT("case"), S_INIT("decisions"), TR_INIT("Decisions"), TR_INIT("That were met.")},
    {S_INIT("version"), S_INIT("left-out"), TR_INIT("Sessions left out"),
     TR_INIT("Fewer than five people were there.")},
    {S_INIT("version"), S_INIT("decisions"), TR_INIT("Decisions"), TR_INIT("That were met.")},
    {S_INIT("vote"), S_INIT("left-out"), TR_INIT("Votes left out"), TR_INIT("Fewer than five people voted.")},
    {S_INIT("way"), S_INIT("decisions"), TR_INIT("Decisions"), TR_INIT("On the way.")},
    {S_INIT("option"), S_INIT("panel"), TR_INIT("Colleagues of the panel"), TR_INIT("Who gave this answer.")},
    {S_INIT("move"), S_INIT("item"), TR_INIT("After the talk (id)"), TR_INIT("The answer of the second vote.")},
    {S_INIT("move"), S_INIT("answer"), TR_INIT("Before the talk (id)"), TR_INIT("The answer of the first vote.")},
    {S_INIT("profile"), S_INIT("item"), TR_INIT("Competency (id)"),
     TR_INIT("The profile is of all sessions of the way.")},
    {S_INIT("passage"), S_INIT("sessions"), TR_INIT("Sessions"),
     TR_INIT("That came through the step, on whatever way.")},
    {S_INIT("competency"), S_INIT("median"), TR_INIT("Share of the marks, median"),
     TR_INIT("Of the sessions with two occasions or more.")},
    {S_INIT("vote-pair"), S_INIT("first-sessions"), TR_INIT("Sessions, older text"), TR_INIT("That voted.")},
    {S_INIT("vote-pair"), S_INIT("second-sessions"), TR_INIT("Sessions, later text"), TR_INIT("That voted.")},
    // of any, before the measures
    {S_INIT(""), S_INIT("decision"), TR_INIT("Decision (id)"), TR_INIT("The scene in which it is asked.")},
    {S_INIT(""), S_INIT("title"), TR_INIT("Title"), TR_INIT("Of the situation, the decision or the item.")},
    {S_INIT(""), S_INIT("round"), TR_INIT("Vote"), TR_INIT("Before or after the talk.")},
    {S_INIT(""), S_INIT("item"), TR_INIT("Item (id)"), TR_INIT("Where each of several items is answered.")},
    {S_INIT(""), S_INIT("answer"), TR_INIT("Answer (id)"), TR_INIT("What the row is of.")},
    {S_INIT(""), S_INIT("text"), TR_INIT("In words"), TR_INIT("What the row is of, as the situation says it.")},
    {S_INIT(""), S_INIT("counted"), TR_INIT("Which answer counts"),
     TR_INIT("Where a group went back: its first answers and votes, or its last ones. Ways are always those that stood "
             "at the end, competencies always of first answers.")},
    // of any
    {S_INIT(""), S_INIT("sessions"), TR_INIT("Sessions"), TR_INIT("How many this is of.")},
    {S_INIT(""), S_INIT("people"), TR_INIT("People"), TR_INIT("In all sessions; who came twice counts twice.")},
    {S_INIT(""), S_INIT("fewest"), TR_INIT("Fewest people"), TR_INIT("In one session.")},
    {S_INIT(""), S_INIT("largest"), TR_INIT("Most people"), TR_INIT("In one session.")},
    {S_INIT(""), S_INIT("first-day"), TR_INIT("First day"), TR_INIT("On which one of the sessions began.")},
    {S_INIT(""), S_INIT("last-day"), TR_INIT("Last day"), TR_INIT("On which one of the sessions began.")},
    {S_INIT(""), S_INIT("parts-at"), TR_INIT("Parts from the first way at its decision"),
     TR_INIT("From the first decision of the way.")},
    {S_INIT(""), S_INIT("spent-median"), TR_INIT("Minutes, median"),
     TR_INIT("Between the answer before and this one.")},
    {S_INIT(""), S_INIT("spent-low"), TR_INIT("Minutes, first quartile"), TR_INIT("A quarter took less.")},
    {S_INIT(""), S_INIT("spent-high"), TR_INIT("Minutes, third quartile"), TR_INIT("A quarter took more.")},
    {S_INIT(""), S_INIT("paired"), TR_INIT("Sessions with both votes"), TR_INIT("The shift is theirs.")},
    {S_INIT(""), S_INIT("shift"), TR_INIT("Shift by the talk"),
     TR_INIT("The share of hands that would have to move to come from the first vote to the second.")},
    {S_INIT(""), S_INIT("panel"), TR_INIT("Panel"), TR_INIT("How many colleagues it has.")},
    {S_INIT(""), S_INIT("contested"), TR_INIT("Contested by the panel"),
     TR_INIT("More colleagues of the panel gave another answer than one with the author’s mark.")},
    {S_INIT(""), S_INIT("most"), TR_INIT("Most marks"), TR_INIT("That the decision can give.")},
    {S_INIT(""), S_INIT("facility"), TR_INIT("Facility"), TR_INIT("Mean marks, of the most that it can give.")},
    {S_INIT(""), S_INIT("discrimination"), TR_INIT("Discrimination"),
     TR_INIT("How its marks go with those of all other decisions.")},
    {S_INIT(""), S_INIT("efficiency"), TR_INIT("Discriminative efficiency"),
     TR_INIT("The same, of the most that its marks would allow.")},
    {S_INIT(""), S_INIT("dispersion"), TR_INIT("Dispersion"),
     TR_INIT("None when all raise their hand for one answer, whole when hands are spread evenly.")},
    {S_INIT(""), S_INIT("agreement"), TR_INIT("Agreement"), TR_INIT("What dispersion leaves of the whole.")},
    {S_INIT(""), S_INIT("concordance"), TR_INIT("Concordance with the panel"),
     TR_INIT("Whole when all answer as most of the panel did.")},
    {S_INIT(""), S_INIT("voters"), TR_INIT("Voters"), TR_INIT("Abstentions among them.")},
    {S_INIT(""), S_INIT("hands"), TR_INIT("Hands"), TR_INIT("Raised for this answer.")},
    {S_INIT(""), S_INIT("of"), TR_INIT("Of"), TR_INIT("How many people could raise theirs.")},
    {S_INIT(""), S_INIT("share"), TR_INIT("Share"), TR_INIT("Hands, of those who could raise theirs.")},
    {S_INIT(""), S_INIT("share-low"), TR_INIT("Share, at least"),
     TR_INIT("Lower end of an interval of 95 % (Wilson).")},
    {S_INIT(""), S_INIT("share-high"), TR_INIT("Share, at most"),
     TR_INIT("Upper end of an interval of 95 % (Wilson).")},
    {S_INIT(""), S_INIT("offered"), TR_INIT("Could follow it"), TR_INIT("Sessions in which this answer was offered.")},
    {S_INIT(""), S_INIT("followed"), TR_INIT("Followed it"), TR_INIT("Sessions that went on with this answer.")},
    {S_INIT(""), S_INIT("never"), TR_INIT("Chosen by nobody"), TR_INIT("No session followed it, no hand was raised.")},
    {S_INIT(""), S_INIT("always"), TR_INIT("Chosen by all"),
     TR_INIT("All sessions followed it, all hands were raised.")},
    {S_INIT(""), S_INIT("recommended"), TR_INIT("Author’s mark"), TR_INIT("Recommended by the author.")},
    {S_INIT(""), S_INIT("distance-median"), TR_INIT("Distance from the panel, median"),
     TR_INIT("None: the answer that most of the panel gave. Whole: one that nobody there gave.")},
    {S_INIT(""), S_INIT("distance-low"), TR_INIT("Distance, first quartile"), TR_INIT("A quarter was nearer.")},
    {S_INIT(""), S_INIT("distance-high"), TR_INIT("Distance, third quartile"), TR_INIT("A quarter was farther.")},
    {S_INIT(""), S_INIT("median"), TR_INIT("Median"), TR_INIT("Of the sessions that came so far.")},
    {S_INIT(""), S_INIT("low"), TR_INIT("First quartile"), TR_INIT("A quarter had less.")},
    {S_INIT(""), S_INIT("high"), TR_INIT("Third quartile"), TR_INIT("A quarter had more.")},
    {S_INIT(""), S_INIT("at-least"), TR_INIT("People, at least"),
     TR_INIT("Who must have gone from one answer to the other.")},
    {S_INIT(""), S_INIT("at-most"), TR_INIT("People, at most"),
     TR_INIT("Who may have gone from one answer to the other.")},
    {S_INIT(""), S_INIT("apart"), TR_INIT("Sessions with sub-groups"),
     TR_INIT("Whose votes were counted by sub-group.")},
    {S_INIT(""), S_INIT("flips"), TR_INIT("Turns by the panel’s key"),
     TR_INIT("Most sessions were right by the author’s mark and not by the panel’s, or the other way round.")},
    {S_INIT(""), S_INIT("times"), TR_INIT("Times"), TR_INIT("In all sessions, on the ways that stood at the end.")},
    {S_INIT(""), S_INIT("must"), TR_INIT("To take"), TR_INIT("No: the step is to be avoided.")},
    {S_INIT(""), S_INIT("marks"), TR_INIT("Share of the marks"),
     TR_INIT("Of first answers, with two occasions or more.")},
    {S_INIT(""), S_INIT("occasions"), TR_INIT("Occasions"), TR_INIT("Answers that could show the competency.")},
    {S_INIT(""), S_INIT("mirror"), TR_INIT("Mirror of the first votes"),
     TR_INIT("What each hand would have been given on average, as a share of what could be given.")},
    {S_INIT(""), S_INIT("mirrored"), TR_INIT("Decisions of the mirror"),
     TR_INIT("Of one choice, whose counts are all told.")},
    {S_INIT(""), S_INIT("same"), TR_INIT("The same"), TR_INIT("Decisions, in both texts.")},
    {S_INIT(""), S_INIT("changed"), TR_INIT("Changed"), TR_INIT("Decisions that are in both texts.")},
    {S_INIT(""), S_INIT("alone"), TR_INIT("In one text alone"), TR_INIT("Decisions.")},
    {S_INIT(""), S_INIT("first-there"), TR_INIT("In the older text"), TR_INIT("The decision is there.")},
    {S_INIT(""), S_INIT("second-there"), TR_INIT("In the later text"), TR_INIT("The decision is there.")},
    {S_INIT(""), S_INIT("first-number"), TR_INIT("Number, older text"), TR_INIT("In the order of the situation.")},
    {S_INIT(""), S_INIT("second-number"), TR_INIT("Number, later text"), TR_INIT("In the order of the situation.")},
    {S_INIT(""), S_INIT("first-sessions"), TR_INIT("Sessions, older text"), TR_INIT("That answered it.")},
    {S_INIT(""), S_INIT("second-sessions"), TR_INIT("Sessions, later text"), TR_INIT("That answered it.")},
    {S_INIT(""), S_INIT("told-changed"), TR_INIT("Question changed"),
     TR_INIT("What is said before, or what is asked.")},
    {S_INIT(""), S_INIT("answers-changed"), TR_INIT("Answers changed"),
     TR_INIT("Which there are, their words, their order, or when they are offered.")},
    {S_INIT(""), S_INIT("rest-changed"), TR_INIT("Consequences changed"),
     TR_INIT("Where answers lead, marks, feedback, or the panel.")},
    {S_INIT(""), S_INIT("first-agreement"), TR_INIT("Agreement, older text"),
     TR_INIT("What dispersion leaves of the whole.")},
    {S_INIT(""), S_INIT("second-agreement"), TR_INIT("Agreement, later text"),
     TR_INIT("What dispersion leaves of the whole.")},
    {S_INIT(""), S_INIT("first-hands"), TR_INIT("Hands, older text"), TR_INIT("That went up for the answer.")},
    {S_INIT(""), S_INIT("second-hands"), TR_INIT("Hands, later text"), TR_INIT("That went up for the answer.")},
    {S_INIT(""), S_INIT("first-of"), TR_INIT("Of, older text"), TR_INIT("Who could raise a hand there.")},
    {S_INIT(""), S_INIT("second-of"), TR_INIT("Of, later text"), TR_INIT("Who could raise a hand there.")},
    {S_INIT(""), S_INIT("first-share"), TR_INIT("Share, older text"), TR_INIT("Of the hands that could go up.")},
    {S_INIT(""), S_INIT("second-share"), TR_INIT("Share, later text"), TR_INIT("Of the hands that could go up.")},
    {S_INIT(""), S_INIT("reworded"), TR_INIT("In other words"),
     TR_INIT("The same answer, which the texts say otherwise.")},
    {S_INIT(""), S_INIT("first-offered"), TR_INIT("Offered, older text"), TR_INIT("Sessions that could follow it.")},
    {S_INIT(""), S_INIT("second-offered"), TR_INIT("Offered, later text"), TR_INIT("Sessions that could follow it.")},
    {S_INIT(""), S_INIT("first-followed"), TR_INIT("Followed, older text"), TR_INIT("Sessions that did.")},
    {S_INIT(""), S_INIT("second-followed"), TR_INIT("Followed, later text"), TR_INIT("Sessions that did.")},
    {S_INIT(""), S_INIT("alpha"), TR_INIT("Internal consistency (alpha)"),
     TR_INIT("Over the decisions that give marks.")},
    {S_INIT(""), S_INIT("too-few"), TR_INIT("Sessions: too few occasions"), TR_INIT("Fewer than two.")},
    {S_INIT(""), S_INIT("to-explore"), TR_INIT("Sessions: to explore"), TR_INIT("By the word of the debrief.")},
    {S_INIT(""), S_INIT("present"), TR_INIT("Sessions: present"), TR_INIT("By the word of the debrief.")},
    {S_INIT(""), S_INIT("strength"), TR_INIT("Sessions: strength"), TR_INIT("By the word of the debrief.")}};

Str figures_table_word(int32_t which) {
    return which < COUNT(TABLES) ? TABLES[which].name : (Str){0};
}

Str figures_table_text(const FiguresOf *of, int32_t which) {
    return catalog_text(of->catalog, TABLES[which].text);
}

SpreadsheetColumn figures_column(const FiguresOf *of, Str table, Str column) {
    int32_t row = 0;
    while (row < COUNT(COLUMNS) && !(str_equal(COLUMNS[row].name, column) &&
                                     (COLUMNS[row].table.len == 0 || str_equal(COLUMNS[row].table, table)))) {
        row++;
    }
    ASSERT(row < COUNT(COLUMNS));
    const Str PARTS[] = {catalog_text(of->catalog, COLUMNS[row].note), column};
    return (SpreadsheetColumn){
        .title = catalog_text(of->catalog, COLUMNS[row].title),
        .note = catalog_format(of->arena, of->catalog, TR("{0} In the CSV: {1}."), PARTS, COUNT(PARTS))};
}

Str figures_lack_text(const FiguresOf *of, Lack lack) {
    static const Str WORDS[LACK_COUNT] = {
        [LACK_NONE] = S_INIT(""),
        [LACK_NOTHING] = S_INIT("–"),
        [LACK_HIDDEN] = TR_INIT("hidden"),
        [LACK_PEOPLE] = TR_INIT("fewer than five sessions"),
        [LACK_ITEMS] = TR_INIT("a single decision"),
        [LACK_VARIANCE] = TR_INIT("all alike"),
    };
    return catalog_text(of->catalog, WORDS[lack]);
}

Str figures_round_text(const FiguresOf *of, Str round) {
    return round.len == 0 ? round
                          : catalog_text(of->catalog,
                                         str_equal(round, S("before")) ? TR("before the talk") : TR("after the talk"));
}

Str figures_counted_text(const FiguresOf *of, AnalysisAnswer counted) {
    return catalog_text(of->catalog, counted == ANALYSIS_FIRST ? TR("the first") : TR("the last"));
}
