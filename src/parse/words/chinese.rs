//! Chinese, which has no spaces between words.

use super::Words;

#[rustfmt::skip] // as few lines as it takes
pub(super) static WORDS: Words = Words {
    months: [
        &["1月"], &["2月"], &["3月"], &["4月"], &["5月"], &["6月"], &["7月"], &["8月"], &["9月"], &["10月"],
        &["11月"], &["12月"],
    ],
    numbered: &["第", "编号"],
    counted: &[
        "年", "月", "日", "号", "次", "届", "个", "名", "段", "条", "章", "项", "亿", "万", "千", "百", "国", "岁",
        "节", "周", "天", "点", "版", "卷", "页", "时", "分", "世纪", "人", "美元", "倍", "份",
    ],
    after_mark: &[],
    weak_hosts: &["目标"],
    between_days: &[],
    before_month: &[],
    before_year: &[],
    ordinal_endings: &[],
    decision: &["决定"],
    mark_before_punctuation: false,
};
