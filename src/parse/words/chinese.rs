//! Chinese, which has no spaces between words.

use super::{Body, Words};

#[rustfmt::skip] // as few lines as it takes
pub(super) static WORDS: Words = Words {
    months: [
        &["1月"], &["2月"], &["3月"], &["4月"], &["5月"], &["6月"], &["7月"], &["8月"], &["9月"], &["10月"],
        &["11月"], &["12月"],
    ],
    numbered: &["第", "编号", "附件", "附录", "附文"],
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
    resolution: &["决议"],
    decisions: &["决定"],
    its: &["其", "本届"],
    bodies: &[
        (Body::GeneralAssembly, &["大会"]),
        (Body::SecurityCouncil, &["安全理事会", "安理会"]),
        (Body::EconomicAndSocialCouncil, &["经济及社会理事会", "经社理事会"]),
        (Body::HumanRightsCouncil, &["人权理事会"]),
        (Body::CommissionOnHumanRights, &["人权委员会"]),
        (Body::EnvironmentAssembly, &["联合国环境大会", "环境大会"]),
        (Body::BiodiversityConference, &["生物多样性公约》缔约方大会", "生物多样性公约缔约方大会"]),
        (Body::TheCouncil, &["理事会"]),
        (Body::Other, &[
            "缔约方大会", "缔约国大会", "世界卫生大会", "卫生大会", "麻醉药品委员会", "人口与发展委员会", "统计委员会", "妇女地位委员会",
            "社会发展委员会", "预防犯罪和刑事司法委员会", "和平与安全理事会", "执行局", "可持续发展委员会", "托管理事会", "联大", "粮农组织大会",
            "海事组织", "促进和保护人权小组委员会", "亚洲及太平洋经济社会委员会", "亚太经社会", "西亚经济社会委员会",
            "非洲经济委员会", "欧洲经济委员会", "人居大会", "工发组织大会", "原子能机构大会", "教科文组织大会", "非洲联盟",
        ]),
    ],
    of_bodies: &[],
    paragraph: &[],
    subparagraph: &[],
    section: &[],
    here_before: &["上文", "下文", "本决议", "上述", "本决议第"],
    here_after: &[],
    elsewhere: &[],
    annex: &[],
    to_this_text: &[],
    footnote: &[],
    owned_by: &[],
    locus: &["附件", "附录", "第", "附文"],
    ibid: &["同上"],
};
