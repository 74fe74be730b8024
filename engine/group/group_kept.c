#include "group/group_kept.h"

#include "group/group_inside.h"
#include "session/unworded.h"

static bool is_kind(const LogLine *line, GroupEventKind kind) {
    return str_equal(line->kind, group_event_word(kind));
}

static bool is_written(const LogLine *line) {
    return is_kind(line, GROUP_EVENT_SENTENCE) || is_kind(line, GROUP_EVENT_FORGET) ||
           is_kind(line, GROUP_EVENT_IDEA) || is_kind(line, GROUP_EVENT_DROP) || is_kind(line, GROUP_EVENT_RANKING) ||
           is_kind(line, GROUP_EVENT_KEEP) || is_kind(line, GROUP_EVENT_RAISE);
}

static bool is_kept(const GroupVote *vote) {
    return !vote->replaced && !tally_is_of_few(&vote->tally);
}

bool group_keeps_votes(const Group *group) {
    bool keeps = false;
    for (int32_t i = 0; i < group->votes.count; i++) {
        keeps = keeps || is_kept(&group->votes.rows[i]);
    }
    return keeps;
}

// One that tells who raised which hand: of few people, or beside the vote that replaced it.
static bool is_telling_vote(const Group *group, const LogLine *line) {
    for (int32_t i = 0; is_kind(line, GROUP_EVENT_VOTE) && i < group->votes.count; i++) {
        if (group->votes.rows[i].seq == line->seq) {
            return !is_kept(&group->votes.rows[i]);
        }
    }
    return false;
}

// The same of hands for ideas: these were ranked again, or there are too few of them.
static bool is_telling_ranking(const Group *group, const LogLine *line) {
    return is_kind(line, GROUP_EVENT_RANKING) && group_is_ranked_by_few(group, line->seq);
}

Str group_kept_lines(Arena *arena, const Group *group, bool with_words) {
    const Session *session = &group->solo.session;
    StrBuilder lines = {.arena = arena};
    for (int32_t i = 0; i < session->log.lines.count; i++) {
        const LogLine *line = &session->log.lines.rows[i];
        if (is_kind(line, GROUP_EVENT_HANDS) || (!with_words && is_written(line)) || is_telling_vote(group, line) ||
            is_telling_ranking(group, line)) {
            continue;
        }
        str_add(&lines, with_words ? line->text : unworded_line(arena, session, line));
        str_add_char(&lines, '\n');
    }
    return str_built(&lines);
}
