//! Who is asked in Chinese, which has nothing between them and what they are to do: the name ends where it ends. Knows
//! clauses and names, not what the words mean.

use std::ops::Range;

use super::{addressee::People, asking::Asking, chinese::clause_end, tokens::Token, words::Words};
use crate::document::Language;

/// Who is asked: the words behind the verb that asks, to the end of the last name before what is to be done. `first` is the
/// end of the first clause.
pub(super) fn who_in_chinese(
    block: usize,
    people: &People<'_>,
    text: &[Token],
    asking: &Asking,
    first: usize,
) -> Range<usize> {
    // *并请他向大会提交*.
    if let Some((length, ())) = Words::of(Language::Chinese).pronouns.at(text, asking.after) {
        return asking.after..asking.after + length;
    }
    // A name may have the letters of a verb in it: *工作组*.
    let (mut limit, mut is_quoted) = (asking.after, false);
    while limit < first {
        is_quoted ^= text[limit].is_one_of(&["\""]);
        match people.at(block, text, limit).filter(|_| !is_quoted) {
            Some((_, length)) => limit += length,
            None if !is_quoted && begins_doing(text, limit) => break,
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
        behind.filter(|(_, words)| words.end < first && begins_doing(text, words.end))
    };
    let found = found.or_else(in_name).or_else(which).or_else(all);
    let end = found.as_ref().map_or(limit, |(_, words)| words.end);
    let is_body = found.is_some_and(|(name, _)| BODIES.iter().any(|body| name.contains(body)));
    let officer = is_body.then(|| officer_end(block, people, text, end..first)).flatten();
    let end = officer.unwrap_or(end);
    asking.after..behind_others(block, people, text, end.max(asking.after), asking.end)
}

/// Whether what is to be done begins at a word: a verb, or what stands before one.
fn begins_doing(text: &[Token], at: usize) -> bool {
    let words = Words::of(Language::Chinese);
    words.continues.at(text, at).is_some()
        || words.verbs.at(text, at).is_some()
        || is_verb(text, at)
        || text[at].is_one_of(&[
            "向", "就", "在", "按", "依", "根", "以", "通", "为", "对", "将", "把", "不", "尽",
            "酌", "作", "应", "视",
        ])
}

/// Whether two letters are a verb that often says what is to be done, and so stand behind whoever is to do it.
pub(super) fn is_verb(text: &[Token], at: usize) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    const VERBS: &str = "加强 加快 加紧 加大 加速 加倍 支持 支助 支付 执行 遵守 遵照 遵行 参与 参照 \
        协助 协同 增进 增加 增强 促进 促成 积极 充分 监测 监督 监察 确保 确认 考虑 \
        考察 报告 任命 指定 停止 结束 释放 批准 签署 撤回 撤出 派遣 部署 召集 审议 \
        讨论 研究 分析 采用 采纳 承认 保护 保障 改善 改进 改革 提高 提升 推动 推进 \
        发挥 利用 使用 收集 分享 交流 解决 处理 应对 消除 防止 制止 打击 起诉 调查 \
        惩处 尊重 履行 落实 实施 推行 宣传 纪念 庆祝 出席 关注 注意 重视 给予 提请 \
        转达 传达 协调 配合 投资 动员 调动 筹集 延长 恢复 维持 保持 维护 扩大 深化 \
        巩固 完善 评估 评价 跟踪 查明 确定 界定 明确 澄清 选举 推选 提名 培训 编列 \
        颁布 修订 修改 废除 取消 终止 暂停 推迟 允许 准许 禁止 限制 避免 摒弃 放弃 \
        承诺 保证 立即 迅速 尽快 尽早 全面 适当 认真 密切 更好 更多 更加 大力 努力 \
        共同 共享 举办 参加 加入 遵循 弥合 减少 降低 缓解 抓住 探索 探讨 寻求 谋求 \
        听取 征求 答复 回应 响应 接受 邀请 鼓励 促使 推广 普及 传播 公布 发表 印制 \
        翻译 存放 登记 通知 告知 提醒 警惕 谴责 拒绝 反对";
    let Some(pair) = text.get(at..at + 2) else { return false };
    let is = |verb: &str| {
        let mut letters = verb.chars();
        let first = letters.next().is_some_and(|letter| pair[0].word().chars().eq([letter]));
        first && letters.next().is_some_and(|letter| pair[1].word().chars().eq([letter]))
    };
    // *研究所*, *调查员* are somebody.
    let is_noun =
        text.get(at + 2).is_some_and(|next| next.is_one_of(&["所", "院", "员", "者", "团", "官"]));
    !is_noun && VERBS.split_whitespace().any(is)
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
