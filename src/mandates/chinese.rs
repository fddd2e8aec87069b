//! What Chinese asks, which has no *to* and no spaces: clauses one after the other. Knows the frame, not what
//! the words mean.

use std::ops::Range;

use super::{
    addressee::People,
    asking::Asking,
    mandate::What,
    tasks::{Task, Tasks},
    tokens::Token,
    what::what,
    whom_chinese::{is_verb, who_in_chinese},
    words::Words,
};
use crate::document::Language;

/// Chinese has nothing between who is asked and what is to be done: the name ends where it ends, and each
/// further clause is a task where it tells what is to come.
pub(super) fn tasks(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    asking: &Asking,
    is_decision: bool,
) -> Tasks {
    let after = behind_including(text, asking.after);
    let first = clause_end(text, after, asking.end);
    if is_decision && let Some(tasks) = of_another(block, people, text, asking, first) {
        return tasks;
    }
    let after = behind_relative(block, people, text, after..first);
    let asking = &Asking { after, ..asking.clone() };
    let who = if is_decision {
        asking.after..asking.after
    } else {
        who_in_chinese(block, people, text, asking, first)
    };
    if who.end >= asking.end || (!is_decision && who.end >= first && first >= asking.end) {
        return Tasks { who, is_own: is_decision, tasks: Vec::new() };
    }
    let verb = behind_examples(text, who.end, asking.end);
    let first = clause_end(text, verb, asking.end);
    let mut tasks = vec![Task {
        start: asking.after,
        marker: verb,
        verb,
        end: first,
        what: Some(chinese_what(text, verb, first, asking.end)),
    }];
    further(text, first, asking.end, &mut tasks);
    Tasks { who, is_own: is_decision, tasks }
}

/// What a body decides that another shall do, *决定委员会应提交*, or that a session is held, *决定委员会下一届会议于2022年举行*.
fn of_another(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    asking: &Asking,
    first: usize,
) -> Option<Tasks> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let start = asking.after;
    let held = first >= start + 6 && is(first - 1, &["行"]) && is(first - 2, &["举"]);
    let begins = |at: &usize| is(*at, &["于", "将", "在", "应"]);
    let when = (start..first).find(begins)?;
    let is_session = when > start + 1 && is(when - 1, &["议", "会"]) && is(when - 2, &["会", "届"]);
    let task = |verb, what| Task { start, marker: verb, verb, end: first, what };
    if held && is_session {
        let tasks = vec![task(when, Some(What::Meeting))];
        return Some(Tasks { who: start..start, is_own: false, tasks });
    }
    let (_, length) = people.at(block, text, start)?;
    let shall = (start + length..first).find(|at| is(*at, &["应", "须"]))?;
    let verb = shall + 1;
    let who = start..start + length;
    if verb >= first || is(verb, &[":"]) {
        return Some(Tasks { who, is_own: false, tasks: Vec::new() });
    }
    let mut tasks = vec![task(verb, Some(chinese_what(text, verb, first, asking.end)))];
    further(text, first, asking.end, &mut tasks);
    Some(Tasks { who, is_own: false, tasks })
}

/// The tasks behind the first clause, which ends at a word.
fn further(text: &[Token], first: usize, end_of_all: usize, tasks: &mut Vec<Task>) {
    let is_list = (first..end_of_all).any(|at| {
        text[at].is_one_of(&[","]) && text.get(at + 1).is_some_and(|next| next.is_one_of(&["并"]))
    });
    let mut at = first;
    let mut before = tasks.last().map_or(first, |task| task.verb);
    while at < end_of_all {
        let end = clause_end(text, at + 1, end_of_all);
        // *And* begins another thing to be done; *and*, *at the same time* do where it tells what.
        let is_and = text.get(at + 1).is_some_and(|token| token.is_one_of(&["并"]));
        let goes_on =
            text.get(at + 1).is_some_and(|token| token.is_one_of(&["和", "同", "就", "向", "将"]));
        let is_plain = !says_how(text, before..at);
        let what = what(Language::Chinese, text, at, end);
        let tells = !matches!(what, What::Other | What::Fund | What::Plan);
        let is_report = tasks.last().is_some_and(|task| task.what == Some(What::Report));
        let is_verb =
            is_plain && !is_report && !takes_steps(text, before..at) && is_verb(text, at + 1);
        // *与各国协商，制定计划*: what is inserted, and then what is to be done.
        let begins = tasks.last().map_or(first, |task| task.verb);
        let is_inserted =
            tasks.last().is_some_and(|last| last.end == at) && is_inserted(text, begins..at);
        if is_inserted {
            if let Some(last) = tasks.last_mut() {
                last.end = end;
            }
        } else if is_and
            || is_verb
            || goes_on && tells
            || goes_on_to(text, at + 1, is_list, is_plain)
        {
            let start = at + 1;
            tasks.push(Task { start, marker: start, verb: start, end, what: None });
        } else if let Some(last) = tasks.last_mut() {
            last.end = end;
        }
        before = at + 1;
        at = end;
    }
}

/// Whether a clause says that something is undertaken, and the next one what for: *采取步骤，消除饥饿*.
fn takes_steps(text: &[Token], clause: Range<usize>) -> bool {
    let is = |back: usize, words: &[&str]| {
        clause.end.checked_sub(back).is_some_and(|at| text[at].is_one_of(words))
    };
    let ends = is(1, &["施"]) && is(2, &["措"])
        || is(1, &["骤"]) && is(2, &["步"])
        || is(1, &["动"]) && is(2, &["行"])
        || is(1, &["力"]) && is(2, &["努"]);
    ends && text[clause].iter().any(|token| token.is_one_of(&["采", "作", "加"]))
}

/// Whether a clause is only inserted before what is to be done: *与各国协商*, *与会员国密切合作*; but *与特别报告员充分合作* is done.
fn is_inserted(text: &[Token], clause: Range<usize>) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let is_done = |at: usize| is(at, &["充", "全"]) && is(at + 1, &["分", "面", "力"]);
    // *在题为“海洋”的项目下，*, *在编写报告时，*.
    let is_place = is(clause.start, &["在"])
        && clause.end > clause.start
        && is(clause.end - 1, &["时", "中", "内", "下", "上", "间", "际", "后", "前"]);
    is_place
        || is(clause.start, &["与", "同"])
            && ends_in_consultation(text, clause.end)
            && !clause.into_iter().any(is_done)
}

/// Whether a clause says how or what for, so that the next one may go on with that: *以便…，*, *包括…，*.
fn says_how(text: &[Token], clause: Range<usize>) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let how = [
        "以", "包", "为", "特", "从", "通", "旨", "使", "其", "如", "例", "尤", "但", "因", "借", "利", "根", "按", "依", "在", "考", "铭",
        "鉴", "同", "与", "注", "认", "确",
    ];
    text.get(clause.start).is_some_and(|token| token.is_one_of(&how))
        || text[clause].iter().any(|token| token.is_one_of(&["使", "旨", "括"]))
}

/// The word behind *including …*, which stands before whom it is said of: *包括管理国在内的所有国家*.
fn behind_including(text: &[Token], at: usize) -> usize {
    let is = |at: usize, word: &str| text.get(at).is_some_and(|token| token.is_one_of(&[word]));
    let near =
        if is(at, "包") && is(at + 1, "括") { at..text.len().min(at + 24) } else { at..at };
    near.into_iter()
        .find(|at| is(*at, "在") && is(at + 1, "内") && is(at + 2, "的"))
        .map_or(at, |at| at + 3)
}

/// The word behind those who are named as examples of who is asked: *会员国，特别是该区域的会员国，提供*; and behind the comma.
fn behind_examples(text: &[Token], at: usize, end: usize) -> usize {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    #[rustfmt::skip] // as few lines as it takes
    let examples = [("包", "括"), ("特", "别"), ("尤", "其"), ("其", "中"), ("诸", "如"), ("例", "如"), ("不", "论"), ("无", "论")];
    let mut verb = at;
    for _ in 0..3 {
        let is_example = |(one, two): &(&str, &str)| is(verb + 1, &[one]) && is(verb + 2, &[two]);
        if !is(verb, &[","]) || !examples.iter().any(is_example) {
            break;
        }
        verb = clause_end(text, verb + 1, end);
    }
    let behind = verb + usize::from(is(verb, &[",", "、"]));
    if behind < end { behind } else { at }
}

/// Who has not yet done so stands behind that: *尚未加入《公约》的国家*.
fn behind_relative(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    within: Range<usize>,
) -> usize {
    let is_all = |at: &usize| text[*at].is_one_of(&["所", "有", "各", "其", "他", "那", "些"]);
    let start = within.start + within.clone().take(2).take_while(is_all).count();
    let begins = |at: usize| {
        text.get(at).is_some_and(|t| t.is_one_of(&["尚", "还", "未", "有", "已", "仍"]))
    };
    let begins = begins(within.start) || begins(start);
    let names = |at: usize| {
        let small = ["所", "有", "其", "他", "各"];
        let skipped =
            (at..at + 3).take_while(|at| text.get(*at).is_some_and(|t| t.is_one_of(&small)));
        people
            .at(block, text, at)
            .or_else(|| people.at(block, text, at + skipped.count()))
            .is_some()
    };
    let mut found = within.clone().filter(|at| begins && text[*at].is_one_of(&["的"]));
    found.find(|at| names(at + 1)).map_or(within.start, |at| at + 1)
}

/// Whether a clause begins with a verb that says what else is to be done: always *to continue to*, and others in a
/// list whose last has *and*.
fn goes_on_to(text: &[Token], at: usize, is_list: bool, is_plain: bool) -> bool {
    let (Some(first), Some(second)) = (text.get(at), text.get(at + 1)) else { return false };
    let verb = format!("{}{}", first.word(), second.word());
    #[rustfmt::skip] // as few lines as it takes
    let verbs = [
        "采取", "制定", "制订", "建立", "提供", "加强", "促进", "支持", "确保", "提高", "协助", "执行", "落实",
        "解决", "消除", "防止", "开展", "参与", "监测", "评估", "动员", "恢复", "考虑", "审查", "尊重", "遵守",
        "避免", "改进", "扩大", "增加", "推动", "批准", "酌情",
    ];
    #[rustfmt::skip] // as few lines as it takes
    let strong = [
        "释放", "停止", "终止", "撤销", "撤回", "维护", "废除", "修订", "尊重", "履行", "起诉", "惩处", "摒弃", "放弃", "批准",
        "加入", "签署", "颁布", "承诺", "采取", "制定", "制订", "遵守", "探讨", "探索", "避免",
    ];
    verb == "继续"
        || is_list && verbs.contains(&verb.as_str())
        || is_plain && strong.contains(&verb.as_str())
}

/// What is to come of the first clause; where that says only how or where, of the second one.
fn chinese_what(text: &[Token], verb: usize, first: usize, end: usize) -> What {
    let found = what(Language::Chinese, text, verb, first);
    // *一份* is said of papers: *编写一份关于…，包括…的报告*.
    let is_paper = |at: usize| {
        text[at].is_one_of(&["一"]) && text.get(at + 1).is_some_and(|t| t.is_one_of(&["份"]))
    };
    if found == What::Other && (verb..first).any(is_paper) {
        let reports = &Words::of(Language::Chinese).reports;
        return reports.find(text, verb..end).map_or(found, |_| What::Report);
    }
    #[rustfmt::skip] // as few lines as it takes
    let inserted = [
        "在", "作", "根", "按", "与", "就", "为", "酌", "通", "同", "依", "以", "随", "利", "自", "结", "征", "参", "遵", "听",
    ];
    // *在…期间，*; but *在独立专家执行任务时与其合作* is all there is to do.
    let is_open = !text.get(verb).is_some_and(|token| token.is_one_of(&["在"]))
        || text.get(first - 1).is_some_and(|last| {
            last.is_one_of(&[
                "时", "中", "内", "下", "上", "间", "面", "际", "后", "前", "议", "会", "础",
            ])
        });
    let is_inserted = is_open && text.get(verb).is_some_and(|token| token.is_one_of(&inserted))
        || begins_with_regard(text, verb)
        || ends_in_consultation(text, first);
    // *在编写报告时，*: when.
    let is_time = is_open
        && text.get(verb).is_some_and(|token| token.is_one_of(&["在"]))
        && text.get(first - 1).is_some_and(|last| last.is_one_of(&["时", "后", "前", "际"]));
    if found != What::Other && !is_time || !is_inserted {
        return found;
    }
    // Several may be inserted.
    let mut start = first + 1;
    for _ in 0..3 {
        let close = clause_end(text, start, end);
        let is_and = text.get(start).is_some_and(|token| token.is_one_of(&["并"]));
        if start >= end || is_and {
            break;
        }
        let found = what(Language::Chinese, text, start, close);
        if found != What::Other {
            return found;
        }
        start = close + 1;
    }
    if is_time { What::Other } else { found }
}

pub(super) fn clause_end(text: &[Token], from: usize, end: usize) -> usize {
    (from..end).find(|at| text[*at].is_one_of(&[",", ";"])).unwrap_or(end)
}

/// *考虑到*, *铭记*: with what in mind.
fn begins_with_regard(text: &[Token], at: usize) -> bool {
    let is = |at: usize, word: &str| text.get(at).is_some_and(|token| token.is_one_of(&[word]));
    is(at, "考") && is(at + 1, "虑") && is(at + 2, "到") || is(at, "铭") && is(at + 1, "记")
}

/// *与会员国协商，*: with whom.
fn ends_in_consultation(text: &[Token], end: usize) -> bool {
    let is = |back: usize, words: &[&str]| {
        end.checked_sub(back).is_some_and(|at| text[at].is_one_of(words))
    };
    is(1, &["商"]) && is(2, &["协", "磋"]) || is(1, &["作"]) && is(2, &["合"])
}
