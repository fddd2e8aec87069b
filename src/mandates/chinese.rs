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
    let words = Words::of(Language::Chinese);
    let after = behind_including(text, asking.after);
    let first = clause_end(text, after, asking.end);
    let after = behind_relative(block, people, text, after..first);
    let asking = &Asking { after, ..asking.clone() };
    let starts_verb = |at: &usize| {
        words.continues.at(text, *at).is_some()
            || words.verbs.at(text, *at).is_some()
            || is_verb(text, *at)
            || text[*at].is_one_of(&[
                "向", "就", "在", "按", "依", "根", "以", "通", "为", "对", "将", "把", "不", "尽",
                "酌", "作", "应", "视",
            ])
    };
    let who = if is_decision {
        asking.after..asking.after
    } else {
        // A name may have the letters of a verb in it: *工作组*.
        let (mut limit, mut is_quoted) = (asking.after, false);
        while limit < first {
            is_quoted ^= text[limit].is_one_of(&["\""]);
            match people.at(block, text, limit).filter(|_| !is_quoted) {
                Some((_, length)) => limit += length,
                None if !is_quoted && starts_verb(&limit) => break,
                None => limit += 1,
            }
        }
        let limit = limit.min(first);
        let found = people.find_last(block, text, asking.after..limit.max(asking.after + 1));
        // *研究所向办公室提交*, *请它们向秘书长提供*: whoever is named behind the verb is not asked.
        let is_other = limit > asking.after + 1;
        let which = || named_behind_which(block, people, text, limit..first);
        let all = || people.find(block, text, asking.after..first).filter(|_| !is_other);
        // *禁止核武器组织成员国继续*: the verb is part of a name.
        let in_name = || {
            let near = limit..first.min(limit + 10);
            let behind = people.find(block, text, near).filter(|_| is_verb(text, limit));
            behind.filter(|(_, words)| words.end < first && starts_verb(&words.end))
        };
        let found = found.or_else(in_name).or_else(which).or_else(all);
        let end = found.as_ref().map_or(limit, |(_, words)| words.end);
        let is_body = found.is_some_and(|(name, _)| BODIES.iter().any(|body| name.contains(body)));
        let officer = is_body.then(|| officer_end(block, people, text, end..first)).flatten();
        let end = officer.unwrap_or(end);
        asking.after..behind_others(block, people, text, end.max(asking.after), asking.end)
    };
    if who.end >= asking.end || (!is_decision && who.end >= first && first >= asking.end) {
        return Tasks { who, is_own: is_decision, tasks: Vec::new() };
    }
    let mut tasks = vec![Task {
        start: asking.after,
        marker: who.end,
        verb: who.end,
        end: first,
        what: Some(chinese_what(text, who.end, first, asking.end)),
    }];
    further(text, first, asking.end, &mut tasks);
    Tasks { who, is_own: is_decision, tasks }
}

/// Whether two letters are a verb that often says what is to be done, and so stand behind whoever is to do it.
fn is_verb(text: &[Token], at: usize) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    const VERBS: &str = "加强 加快 加紧 加大 加速 加倍 支持 支助 支付 执行 遵守 遵照 遵行 参与 参照 协助 协同 增进 增加 增强 促进 促成 \
        积极 充分 监测 监督 监察 确保 确认 考虑 考察 报告 任命 指定 停止 结束 释放 批准 签署 撤回 撤出 派遣 部署 召集 审议 讨论 研究 分析 采用 采纳 承认 保护 保障 改善         改进 改革 提高 提升 推动 推进 发挥 利用 使用 收集 分享 交流 解决 处理 应对 消除 防止 制止 打击 起诉 调查 惩处 尊重 履行 落实         实施 推行 宣传 纪念 庆祝 出席 关注 注意 重视 给予 提请 转达 传达 协调 配合 投资 动员 调动 筹集 延长 恢复 维持 保持 维护         扩大 深化 巩固 完善 评估 评价 跟踪 查明 确定 界定 明确 澄清 选举 推选 提名 培训 编列 颁布 修订 修改 废除 取消 终止 暂停         推迟 允许 准许 禁止 限制 避免 摒弃 放弃 承诺 保证 立即 迅速 尽快 尽早 全面 适当 认真 密切 更好 更多 更加 大力 努力 共同         共享 举办 参加 加入 遵循 弥合 减少 降低 增强 缓解 抓住 探索 探讨 寻求 谋求 听取 征求 答复 回应 响应 响应 接受 邀请 鼓励         促使 推广 普及 传播 公布 发表 印制 翻译 存放 登记 通知 告知 提醒 警惕 谴责 拒绝 反对";
    let Some(pair) = text.get(at..at + 2) else { return false };
    let is = |verb: &str| {
        let mut letters = verb.chars();
        let first = letters.next().is_some_and(|letter| pair[0].word().chars().eq([letter]));
        first && letters.next().is_some_and(|letter| pair[1].word().chars().eq([letter]))
    };
    VERBS.split_whitespace().any(is)
}

/// Who has officers.
const BODIES: [&str; 3] = ["Council", "Commission", "Committee"];

/// The word behind an officer whose subject stands between them and their body: *人权理事会暴力侵害妇女行为及其因果问题
/// 特别报告员*.
fn officer_end(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    within: Range<usize>,
) -> Option<usize> {
    let officers = ["Special Rapporteur", "Independent Expert"];
    let ends = |at: usize| text[at].is_one_of(&[",", "向", "请", "就", "与", "同", "在", "确"]);
    for at in within.start..within.end.min(within.start + 36) {
        if ends(at) {
            return None;
        }
        match people.at(block, text, at) {
            Some((name, length)) if officers.contains(&name) => return Some(at + length),
            _ => {}
        }
    }
    None
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
        if is_and || goes_on && tells || goes_on_to(text, at + 1, is_list, is_plain) {
            let start = at + 1;
            tasks.push(Task { start, marker: start, verb: start, end, what: None });
        } else if let Some(last) = tasks.last_mut() {
            last.end = end;
        }
        before = at + 1;
        at = end;
    }
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

/// Who is named behind words that say which they are: *能够通过其他手段促进遵守《条约》的国家*.
fn named_behind_which(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    mut within: Range<usize>,
) -> Option<(&'static str, Range<usize>)> {
    within.find_map(|at| {
        let (name, length) =
            people.at(block, text, at + 1).filter(|_| text[at].is_one_of(&["的"]))?;
        Some((name, at + 1..at + 1 + length))
    })
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

/// The word behind all others who are asked with the one that was found: *会员国、私营部门和其他利益攸关方*.
fn behind_others(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    found: usize,
    limit: usize,
) -> usize {
    let mut end = found;
    loop {
        let joint = ["、", "和", "及", "与", "以", "或"];
        if works_with(text, end..limit) {
            return end;
        }
        let joints = (end..limit).take_while(|at| text[*at].is_one_of(&joint)).count();
        let next = end + joints;
        let near = next..limit.min(next + 9);
        let stops = |at: &usize| text[*at].is_sign() && !text[*at].is_one_of(&["、"]);
        let near = near.start..near.clone().find(stops).unwrap_or(near.end);
        match people.find(block, text, near).filter(|_| joints > 0) {
            Some((_, words)) if words.end > end => end = words.end,
            _ => return end,
        }
    }
}

/// Whether *with* goes on, not *and*: *与特别报告员充分合作*.
fn works_with(text: &[Token], within: Range<usize>) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let doings = [
        ["合", "作"], ["协", "作"], ["协", "商"], ["磋", "商"], ["密", "切"], ["一", "道"], ["一", "起"], ["配", "合"], ["接", "触"],
        ["联", "系"], ["联", "络"], ["对", "话"], ["协", "调"], ["互", "动"], ["接", "洽"],
    ];
    let is_with = text.get(within.start).is_some_and(|token| token.is_one_of(&["与", "同"]));
    let end = clause_end(text, within.start, within.end);
    let is_doing = |at: usize| {
        let next = text.get(at + 1);
        let is_pair = |pair: &[&str; 2]| {
            text[at].is_one_of(&[pair[0]]) && next.is_some_and(|next| next.is_one_of(&[pair[1]]))
        };
        doings.iter().any(is_pair)
    };
    is_with && (within.start + 1..end).any(is_doing)
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
    if found != What::Other || !is_inserted {
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
        if !matches!(found, What::Other | What::Fund) {
            return found;
        }
        start = close + 1;
    }
    found
}

fn clause_end(text: &[Token], from: usize, end: usize) -> usize {
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
